import { z } from 'zod'
import { field, type NodeDefinition, Prompts, promptLines } from '@/engine/flow'

const schema = z.strictObject({
  prompts: field(Prompts.default([]), { kind: 'prompts', required: true }),
  bargeIn: field(z.boolean().default(false), { kind: 'switch' }, { section: 'advanced' }),
})

export type Config = z.infer<typeof schema>

export const definition = {
  type: 'play',
  version: 1,
  category: 'speak',
  icon: 'IconVolume',
  kinds: ['ivr', 'module'],
  schema,
  defaults: schema.parse({}),
  outcomes: () => [
    { id: 'done', role: 'main' },
    { id: 'error', role: 'error' },
  ],
  summary: (config) => promptLines(config.prompts),
  waits: true,
} satisfies NodeDefinition<Config>
