import type { NodeMessages } from '@/engine/flow'

export const messages = {
  en: {
    name: 'Wait',
    description: 'Pauses before going on. The caller hears nothing meanwhile.',
    fields: { seconds: { label: 'Seconds', help: 'A number, or an expression such as flow.delay * 2. At most a day.' } },
    outcomes: { done: 'Done', error: 'Error' },
    summary: { waits: 'Waits {seconds} s' },
  },
  'zh-CN': {
    name: '等待',
    description: '暂停一段时间再继续，期间来电者听不到声音。',
    fields: { seconds: { label: '秒数', help: '数字或表达式，例如 flow.delay * 2，最长一天。' } },
    outcomes: { done: '等待结束', error: '出错' },
    summary: { waits: '等待 {seconds} 秒' },
  },
} satisfies Record<'en' | 'zh-CN', NodeMessages>
