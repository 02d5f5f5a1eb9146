import type { NodeMessages } from '@/engine/flow'

export const messages = {
  en: {
    name: 'Record message',
    description: 'Lets the caller leave a message, which appears under Messages.',
    fields: {
      prompts: { label: 'Say first', help: 'For example: “Please leave a message after the tone.”' },
      maxSeconds: { label: 'At most' },
      silenceSeconds: { label: 'End after silence of', help: '0: silence does not end it.' },
      terminator: { label: 'End key', options: { '#': '# (hash)', '*': '* (star)', any: 'Any key', none: 'None' } },
      beep: { label: 'Play a tone before' },
      minSeconds: { label: 'At least', help: 'Shorter ones leave by “Too short”.' },
      review: { label: 'Let the caller review it', help: '1 keeps it, 2 plays it, 3 records it again.' },
      reviewPrompts: { label: 'Ask', help: 'Empty: a standard question in the flow’s language.' },
      variable: { label: 'Keep the recording’s id in', help: 'Optional. A text variable.' },
    },
    outcomes: { recorded: 'Recorded', 'too-short': 'Too short', error: 'Error' },
    summary: { records: 'Records up to {seconds} s' },
    sections: { review: 'Review', advanced: 'Advanced' },
  },
  'zh-CN': {
    name: '录制留言',
    description: '请来电者留言，留言会出现在“留言”页。',
    fields: {
      prompts: { label: '先播放', help: '例如：“请在提示音后留言。”' },
      maxSeconds: { label: '最长' },
      silenceSeconds: { label: '静音多久后结束', help: '0 表示静音不结束。' },
      terminator: { label: '结束键', options: { '#': '#（井号）', '*': '*（星号）', any: '任意键', none: '无' } },
      beep: { label: '录音前播放提示音' },
      minSeconds: { label: '最短', help: '更短的从“太短”出口离开。' },
      review: { label: '允许来电者试听', help: '1 保留，2 收听，3 重录。' },
      reviewPrompts: { label: '提问', help: '留空则用流程语言的标准提问。' },
      variable: { label: '将录音标识存入', help: '可选，须为文本变量。' },
    },
    outcomes: { recorded: '已录制', 'too-short': '太短', error: '出错' },
    summary: { records: '最长录制 {seconds} 秒' },
    sections: { review: '试听', advanced: '高级' },
  },
} satisfies Record<'en' | 'zh-CN', NodeMessages>
