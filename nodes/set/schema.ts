import { z } from 'zod'
import { field, finding, type NodeDefinition, VariableName } from '@/engine/flow'

const assignment = z.strictObject({
  variable: field(VariableName.or(z.literal('')).default(''), { kind: 'variable' }),
  value: field(z.string().max(2000).default(''), { kind: 'cel', expects: 'any', into: 'variable' }),
})

const schema = z.strictObject({
  assignments: field(z.array(assignment).min(1).max(50), { kind: 'list' }),
})

export type Config = z.infer<typeof schema>

export const definition = {
  type: 'set',
  version: 1,
  category: 'data',
  icon: 'IconVariable',
  kinds: ['ivr', 'module'],
  schema,
  defaults: schema.parse({ assignments: [{}] }),
  outcomes: () => [
    { id: 'done', role: 'main' },
    { id: 'error', role: 'error' },
  ],
  summary: ({ assignments }) => assignments.map(({ variable, value }) => ({ kind: 'code', text: `${variable || '…'} = ${value}` })),
  check: ({ assignments }) =>
    assignments.flatMap(({ variable }, index) =>
      variable === '' ? [finding('PB202', 'error', { path: ['assignments', index, 'variable'] })] : [],
    ),
} satisfies NodeDefinition<Config>
