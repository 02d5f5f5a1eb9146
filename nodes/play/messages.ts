import type { NodeMessages } from '@/engine/flow'

export const messages = {
  en: {
    name: 'Play',
    description: 'Says something to the caller: text, a recorded sound, or a value read aloud.',
    fields: {
      prompts: { label: 'What the caller hears', help: 'Played from top to bottom without gaps. Write {{ flow.name }} to speak a value.' },
      bargeIn: { label: 'Any key skips it', help: 'The key is kept for the step after this one.' },
    },
    outcomes: { done: 'Done', error: 'Error' },
    sections: { advanced: 'Advanced' },
  },
  'zh-CN': {
    name: '播放',
    description: '向来电者播放内容：文本、录音，或读出某个值。',
    fields: {
      prompts: { label: '播放内容', help: '自上而下连续播放。用 {{ flow.name }} 可读出变量的值。' },
      bargeIn: { label: '按任意键跳过', help: '所按的键会留给下一步使用。' },
    },
    outcomes: { done: '播放完毕', error: '出错' },
    sections: { advanced: '高级' },
  },
} satisfies Record<'en' | 'zh-CN', NodeMessages>
