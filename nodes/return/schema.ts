import { z } from 'zod'
import { field, finding, type NodeDefinition, OutcomeId } from '@/engine/flow'

const schema = z.strictObject({
  outcome: field(OutcomeId.or(z.literal('')).default(''), { kind: 'module-outcome' }),
})

export type Config = z.infer<typeof schema>

export const definition = {
  type: 'return',
  version: 1,
  category: 'end',
  icon: 'IconCornerDownLeft',
  kinds: ['module'],
  schema,
  defaults: schema.parse({}),
  outcomes: () => [],
  summary: ({ outcome }) => [{ kind: 'fact', key: 'leaves', exit: outcome || '…' }],
  check: ({ outcome }) => (outcome === '' ? [finding('PB202', 'error', { path: ['outcome'] })] : []),
} satisfies NodeDefinition<Config>
