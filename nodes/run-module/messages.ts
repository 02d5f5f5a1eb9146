import type { NodeMessages } from '@/engine/flow'

export const messages = {
  en: {
    name: 'Run module',
    description: 'Runs a published module: steps that several flows share. Its exits are this step’s exits.',
    fields: {
      module: { label: 'Module', help: 'The version that is live when this flow is published.' },
      inputs: { label: 'Give it' },
      'inputs.name': { label: 'The module’s variable' },
      'inputs.value': { label: 'Value' },
      results: { label: 'Take from it' },
      'results.from': { label: 'The module’s variable' },
      'results.variable': { label: 'Keep in' },
    },
    outcomes: { entered: 'Entered', error: 'Error' },
    summary: { none: 'Choose a module', runs: '“{name}”', unknown: 'Unknown module' },
  },
  'zh-CN': {
    name: '运行模块',
    description: '运行已发布的模块，即多个流程共用的步骤。模块的出口就是此步骤的出口。',
    fields: {
      module: { label: '模块', help: '使用发布此流程时该模块的线上版本。' },
      inputs: { label: '传入' },
      'inputs.name': { label: '模块的变量' },
      'inputs.value': { label: '值' },
      results: { label: '取回' },
      'results.from': { label: '模块的变量' },
      'results.variable': { label: '存入' },
    },
    outcomes: { entered: '已进入', error: '出错' },
    summary: { none: '请选择模块', runs: '“{name}”', unknown: '未知模块' },
  },
} satisfies Record<'en' | 'zh-CN', NodeMessages>
