import { z } from 'zod'
import { field, finding, type NodeDefinition, Prompts, promptLines, VariableName } from '@/engine/flow'

const Key = z.enum(['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', '*', '#'])

const option = z.strictObject({
  key: field(Key, { kind: 'keys', single: true }),
  label: field(z.string().max(80).default(''), { kind: 'text' }),
})

const schema = z.strictObject({
  prompts: field(Prompts.default([]), { kind: 'prompts', required: true }),
  options: field(z.array(option).max(12).default([]), { kind: 'list' }),
  timeoutSeconds: field(z.number().min(1).max(60).default(5), { kind: 'number', unit: 's' }, { section: 'answer' }),
  bargeIn: field(z.boolean().default(true), { kind: 'switch' }, { section: 'answer' }),
  timeoutRetries: field(z.number().int().min(0).max(9).default(2), { kind: 'number', unit: 'times' }, { section: 'timeout' }),
  timeoutPrompts: field(Prompts.default([]), { kind: 'prompts' }, { section: 'timeout' }),
  noMatchRetries: field(z.number().int().min(0).max(9).default(2), { kind: 'number', unit: 'times' }, { section: 'no-match' }),
  noMatchPrompts: field(Prompts.default([]), { kind: 'prompts' }, { section: 'no-match' }),
  repeatPrompts: field(z.boolean().default(true), { kind: 'switch' }, { section: 'advanced' }),
  variable: field(VariableName.optional(), { kind: 'variable', type: 'string' }, { section: 'advanced' }),
})

export type Config = z.infer<typeof schema>

export const definition = {
  type: 'menu',
  version: 1,
  category: 'input',
  icon: 'IconListNumbers',
  kinds: ['ivr', 'module'],
  schema,
  defaults: schema.parse({ options: [{ key: '1' }, { key: '2' }] }),
  outcomes: (config) => [
    ...unique(config.options.map((option) => option.key)).map((key) => {
      const label = config.options.find((option) => option.key === key)?.label
      return { id: `matched:${key}`, role: 'branch' as const, label: label ? `${key} · ${label}` : key }
    }),
    { id: 'timeout', role: 'fallback' },
    { id: 'no-match', role: 'fallback' },
    { id: 'error', role: 'error' },
  ],
  summary: (config) => [
    ...promptLines(config.prompts),
    ...config.options.map(({ key, label }) => ({ kind: 'key' as const, key, label, outcome: `matched:${key}` })),
  ],
  writes: (config) => (config.variable ? [{ name: config.variable, type: 'string', path: ['variable'] }] : []),
  check: ({ options }) => [
    ...(options.length === 0 ? [finding('PB202', 'error', { path: ['options'] })] : []),
    ...options.flatMap(({ key }, index) =>
      options.findIndex((other) => other.key === key) < index
        ? [finding('PB211', 'error', { params: { key }, path: ['options', index, 'key'] })]
        : [],
    ),
  ],
  waits: true,
} satisfies NodeDefinition<Config>

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)]
}
