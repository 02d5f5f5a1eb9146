import { z } from 'zod'
import { field, type NodeDefinition, Prompts, promptLines } from '@/engine/flow'

const schema = z.strictObject({
  prompts: field(Prompts.default([]), { kind: 'prompts' }),
})

export type Config = z.infer<typeof schema>

export const definition = {
  type: 'hangup',
  version: 1,
  category: 'end',
  icon: 'IconPhoneOff',
  kinds: ['ivr', 'module'],
  schema,
  defaults: schema.parse({}),
  outcomes: () => [],
  summary: (config) => (config.prompts.length ? promptLines(config.prompts) : [{ kind: 'fact', key: 'silent' }]),
} satisfies NodeDefinition<Config>
