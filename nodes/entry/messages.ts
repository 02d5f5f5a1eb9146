import { languageNames, languageSelect, type NodeMessages } from '@/engine/flow'

export const messages = {
  en: {
    name: 'Start',
    description: 'Where every call begins. Its other exits say what happens when the caller hangs up or something goes wrong.',
    fields: {
      language: {
        label: 'Language',
        help: 'The voice that reads your texts, unless a prompt names another language.',
        options: languageNames('en'),
      },
      answer: { label: 'Answer the call', help: 'Off: the caller keeps hearing the ringing tone until a step speaks or connects.' },
      maxSteps: { label: 'Most steps in one call', help: 'A call that takes more steps than this leaves by “Too many steps”.' },
    },
    outcomes: { start: 'Start', hangup: 'Caller hangs up', 'too-many-steps': 'Too many steps', error: 'Error' },
    summary: {
      answers: `Answers and speaks ${languageSelect('language', 'en')}`,
      rings: `Does not answer yet; speaks ${languageSelect('language', 'en')}`,
    },
    sections: { advanced: 'Advanced' },
  },
  'zh-CN': {
    name: '开始',
    description: '每通来电的起点。其余出口决定来电者挂断或流程出错时的去向。',
    fields: {
      language: {
        label: '语言',
        help: '朗读文本所用的语音；提示音可单独指定其他语言。',
        options: languageNames('zh-CN'),
      },
      answer: { label: '接听来电', help: '关闭后，来电者会一直听到回铃音，直到某个步骤开始播放或接通。' },
      maxSteps: { label: '单通来电步骤上限', help: '超过此数的来电将从“步骤过多”出口离开。' },
    },
    outcomes: { start: '开始', hangup: '来电者挂断', 'too-many-steps': '步骤过多', error: '出错' },
    summary: {
      answers: `接听来电，使用${languageSelect('language', 'zh-CN')}`,
      rings: `暂不接听，使用${languageSelect('language', 'zh-CN')}`,
    },
    sections: { advanced: '高级' },
  },
} satisfies Record<'en' | 'zh-CN', NodeMessages>
