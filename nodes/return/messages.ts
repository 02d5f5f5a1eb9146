import type { NodeMessages } from '@/engine/flow'

export const messages = {
  en: {
    name: 'Leave module',
    description: 'Ends the module and goes on in the flow that runs it, by one of the module’s exits.',
    fields: { outcome: { label: 'By the exit', help: 'The module’s exits are listed in “Flow settings and variables”, at the top.' } },
    outcomes: {},
    summary: { leaves: 'Leaves by “{exit}”' },
  },
  'zh-CN': {
    name: '离开模块',
    description: '结束模块，从模块的某个出口回到调用它的流程。',
    fields: { outcome: { label: '出口', help: '模块的出口在顶部的“流程设置与变量”中定义。' } },
    outcomes: {},
    summary: { leaves: '从“{exit}”离开' },
  },
} satisfies Record<'en' | 'zh-CN', NodeMessages>
