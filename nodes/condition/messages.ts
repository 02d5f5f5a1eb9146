import type { NodeMessages } from '@/engine/flow'

export const messages = {
  en: {
    name: 'Condition',
    description: 'Takes the first branch whose expression is true, or “Otherwise”.',
    fields: {
      branches: { label: 'Branches', help: 'Checked from top to bottom.' },
      'branches.id': { label: 'Id' },
      'branches.label': { label: 'Name', help: 'Optional. Shown on the connection.' },
      'branches.when': { label: 'When', help: 'For example: flow.amount > 100 && weekday(now) != "Sunday"' },
    },
    outcomes: { branch: 'Branch', else: 'Otherwise', error: 'Error' },
  },
  'zh-CN': {
    name: '条件',
    description: '走第一个表达式为真的分支，都不成立时走“否则”。',
    fields: {
      branches: { label: '分支', help: '自上而下依次判断。' },
      'branches.id': { label: '标识' },
      'branches.label': { label: '名称', help: '可选，显示在连线上。' },
      'branches.when': { label: '当', help: '例如：flow.amount > 100 && weekday(now) != "Sunday"' },
    },
    outcomes: { branch: '分支', else: '否则', error: '出错' },
  },
} satisfies Record<'en' | 'zh-CN', NodeMessages>
