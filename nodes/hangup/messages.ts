import type { NodeMessages } from '@/engine/flow'

export const messages = {
  en: {
    name: 'Hang up',
    description: 'Says goodbye, if you like, and ends the call.',
    fields: { prompts: { label: 'Last words', help: 'Optional. Played before the call ends.' } },
    outcomes: {},
    summary: { silent: 'Ends the call' },
  },
  'zh-CN': {
    name: '挂断',
    description: '可先播放结束语，然后结束通话。',
    fields: { prompts: { label: '结束语', help: '可选，挂断前播放。' } },
    outcomes: {},
    summary: { silent: '结束通话' },
  },
} satisfies Record<'en' | 'zh-CN', NodeMessages>
