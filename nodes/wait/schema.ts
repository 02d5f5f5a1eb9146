import { z } from 'zod'
import { field, type NodeDefinition } from '@/engine/flow'

/** A day: longer pauses belong to schedules, not to calls. */
export const MAX_SECONDS = 86_400

const schema = z.strictObject({
  /** CEL, seconds. */
  seconds: field(z.string().max(2000).default('2'), { kind: 'cel', expects: 'number' }),
})

export type Config = z.infer<typeof schema>

export const definition = {
  type: 'wait',
  version: 1,
  category: 'logic',
  icon: 'IconHourglass',
  kinds: ['ivr', 'module'],
  schema,
  defaults: schema.parse({}),
  outcomes: () => [
    { id: 'done', role: 'main' },
    { id: 'error', role: 'error' },
  ],
  summary: ({ seconds }) => [{ kind: 'fact', key: 'waits', params: { seconds } }],
  waits: true,
} satisfies NodeDefinition<Config>
