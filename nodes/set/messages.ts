import type { NodeMessages } from '@/engine/flow'

export const messages = {
  en: {
    name: 'Set variables',
    description: 'Puts values into the flow’s variables.',
    fields: {
      assignments: { label: 'Values', help: 'All are worked out first, then set together.' },
      'assignments.variable': { label: 'Variable' },
      'assignments.value': { label: 'Value', help: 'An expression: 3, "gold", flow.count + 1' },
    },
    outcomes: { done: 'Done', error: 'Error' },
  },
  'zh-CN': {
    name: '设置变量',
    description: '为流程变量赋值。',
    fields: {
      assignments: { label: '赋值', help: '先全部计算，再一起写入。' },
      'assignments.variable': { label: '变量' },
      'assignments.value': { label: '值', help: '表达式，例如 3、"gold"、flow.count + 1' },
    },
    outcomes: { done: '完成', error: '出错' },
  },
} satisfies Record<'en' | 'zh-CN', NodeMessages>
