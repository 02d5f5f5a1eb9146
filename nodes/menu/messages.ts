import type { NodeMessages } from '@/engine/flow'

export const messages = {
  en: {
    name: 'Menu',
    description: 'Asks the caller to press a key and takes the way that belongs to it.',
    fields: {
      prompts: { label: 'The question', help: 'For example: “For opening hours press 1. For an operator press 0.”' },
      options: { label: 'Keys', help: 'Each key gets an exit of its own.' },
      'options.key': { label: 'Key' },
      'options.label': { label: 'Meaning', help: 'Your own note, shown on the card and on the connection.' },
      timeoutSeconds: { label: 'Wait for a key', help: 'Counted from the end of the question.' },
      bargeIn: { label: 'A key interrupts the question' },
      timeoutRetries: { label: 'Ask again', help: 'How often, before the exit “No key” is taken.' },
      timeoutPrompts: { label: 'Say first', help: 'For example: “I did not hear anything.”' },
      noMatchRetries: { label: 'Ask again', help: 'How often, before the exit “Wrong key” is taken.' },
      noMatchPrompts: { label: 'Say first', help: 'For example: “Sorry, that is not an option.”' },
      repeatPrompts: { label: 'Repeat the question each time' },
      variable: { label: 'Keep the key in', help: 'Optional. A text variable.' },
    },
    outcomes: { matched: 'Key', timeout: 'No key', 'no-match': 'Wrong key', error: 'Error' },
    sections: { answer: 'Answer', timeout: 'When no key is pressed', 'no-match': 'When a wrong key is pressed', advanced: 'Advanced' },
  },
  'zh-CN': {
    name: '菜单',
    description: '请来电者按键，并按所选的键继续。',
    fields: {
      prompts: { label: '提问', help: '例如：“查询营业时间请按 1，转人工请按 0。”' },
      options: { label: '按键', help: '每个按键对应一个出口。' },
      'options.key': { label: '键' },
      'options.label': { label: '含义', help: '供您自己识别，显示在卡片和连线上。' },
      timeoutSeconds: { label: '等待按键', help: '从提问播完开始计时。' },
      bargeIn: { label: '按键可打断提问' },
      timeoutRetries: { label: '重新提问', help: '重问多少次后从“未按键”出口离开。' },
      timeoutPrompts: { label: '先播放', help: '例如：“没有收到您的按键。”' },
      noMatchRetries: { label: '重新提问', help: '重问多少次后从“按错键”出口离开。' },
      noMatchPrompts: { label: '先播放', help: '例如：“抱歉，没有这个选项。”' },
      repeatPrompts: { label: '每次重播提问' },
      variable: { label: '将按键存入', help: '可选，须为文本变量。' },
    },
    outcomes: { matched: '按键', timeout: '未按键', 'no-match': '按错键', error: '出错' },
    sections: { answer: '来电者的按键', timeout: '未按键时', 'no-match': '按错键时', advanced: '高级' },
  },
} satisfies Record<'en' | 'zh-CN', NodeMessages>
