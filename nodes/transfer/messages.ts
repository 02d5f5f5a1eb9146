import type { NodeMessages } from '@/engine/flow'

export const messages = {
  en: {
    name: 'Transfer',
    description: 'Rings somebody and connects the caller. When the other side hangs up first, the flow goes on.',
    fields: {
      kind: { label: 'Call', options: { extension: 'An extension', number: 'A phone number', uri: 'A SIP address' } },
      target: { label: 'Who', help: 'For example 100, +44 20 7946 0000 or sip:help@pbx.example. Write {{ flow.name }} for a value.' },
      ringSeconds: { label: 'Ring for' },
      callerId: { label: 'Show this number', help: 'Empty: the caller’s own number.' },
    },
    outcomes: {
      answered: 'Talked, and the other side hung up',
      busy: 'Busy',
      'no-answer': 'No answer',
      failed: 'Could not be reached',
      'hung-up': 'The caller hung up',
      error: 'Error',
    },
    summary: {
      extension: 'Rings extension {target} for {seconds} s',
      number: 'Calls {target}, rings for {seconds} s',
      uri: 'Calls {target}, rings for {seconds} s',
    },
    sections: { advanced: 'Advanced' },
  },
  'zh-CN': {
    name: '转接',
    description: '呼叫他人并接通来电者。对方先挂断时，流程继续。',
    fields: {
      kind: { label: '呼叫', options: { extension: '分机', number: '电话号码', uri: 'SIP 地址' } },
      target: { label: '对象', help: '例如 100、+86 10 5555 0000 或 sip:help@pbx.example。可用 {{ flow.name }} 填入变量。' },
      ringSeconds: { label: '振铃时长' },
      callerId: { label: '显示号码', help: '留空则显示来电者自己的号码。' },
    },
    outcomes: {
      answered: '通话后对方挂断',
      busy: '忙线',
      'no-answer': '无人接听',
      failed: '无法接通',
      'hung-up': '来电者挂断',
      error: '出错',
    },
    summary: {
      extension: '呼叫分机 {target}，振铃 {seconds} 秒',
      number: '呼叫 {target}，振铃 {seconds} 秒',
      uri: '呼叫 {target}，振铃 {seconds} 秒',
    },
    sections: { advanced: '高级' },
  },
} satisfies Record<'en' | 'zh-CN', NodeMessages>
