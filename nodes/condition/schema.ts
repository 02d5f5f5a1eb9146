import { z } from 'zod'
import { field, type NodeDefinition } from '@/engine/flow'

const branch = z.strictObject({
  /** Names the exit for good, so that edges survive renaming and reordering. */
  id: field(z.string().regex(/^[A-Za-z0-9]{1,16}$/), { kind: 'hidden' }),
  label: field(z.string().max(80).default(''), { kind: 'text' }),
  when: field(z.string().max(2000).default(''), { kind: 'cel', expects: 'boolean' }),
})

const schema = z.strictObject({
  branches: field(z.array(branch).min(1).max(30), { kind: 'list' }),
})

export type Config = z.infer<typeof schema>

export const definition = {
  type: 'condition',
  version: 1,
  category: 'logic',
  icon: 'IconArrowsSplit2',
  kinds: ['ivr', 'module'],
  schema,
  defaults: schema.parse({ branches: [{ id: '1' }] }),
  outcomes: ({ branches }) => [
    ...branches.map(({ id, label, when }) => ({
      id: `branch:${id}`,
      role: 'branch' as const,
      ...(label || when ? { label: label || when } : {}),
    })),
    { id: 'else', role: 'branch' },
    { id: 'error', role: 'error' },
  ],
  summary: ({ branches }) => branches.map(({ label, when }) => ({ kind: 'code', text: label ? `${label}: ${when}` : when })),
} satisfies NodeDefinition<Config>
