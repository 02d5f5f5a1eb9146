import { z } from 'zod'
import { field, type NodeDefinition, Prompts, promptLines, VariableName } from '@/engine/flow'

const schema = z.strictObject({
  prompts: field(Prompts.default([]), { kind: 'prompts' }),
  maxSeconds: field(z.number().int().min(1).max(3600).default(120), { kind: 'number', unit: 's' }),
  silenceSeconds: field(z.number().int().min(0).max(60).default(4), { kind: 'number', unit: 's' }),
  terminator: field(z.enum(['#', '*', 'any', 'none']).default('#'), { kind: 'select' }),
  beep: field(z.boolean().default(true), { kind: 'switch' }),
  minSeconds: field(z.number().min(0).max(60).default(1), { kind: 'number', unit: 's' }, { section: 'advanced' }),
  review: field(z.boolean().default(false), { kind: 'switch' }, { section: 'review' }),
  reviewPrompts: field(Prompts.default([]), { kind: 'prompts' }, { section: 'review', when: { field: 'review', is: [true] } }),
  variable: field(VariableName.or(z.literal('')).default(''), { kind: 'variable', type: 'string' }, { section: 'advanced' }),
})

export type Config = z.infer<typeof schema>

export const definition = {
  type: 'record',
  version: 1,
  category: 'input',
  icon: 'IconMicrophone',
  kinds: ['ivr', 'module'],
  schema,
  defaults: schema.parse({}),
  outcomes: () => [
    { id: 'recorded', role: 'main' },
    { id: 'too-short', role: 'fallback' },
    { id: 'error', role: 'error' },
  ],
  summary: ({ prompts, maxSeconds }) => [...promptLines(prompts), { kind: 'fact', key: 'records', params: { seconds: maxSeconds } }],
  writes: ({ variable }) => (variable ? [{ name: variable, type: 'string', path: ['variable'] }] : []),
  waits: true,
} satisfies NodeDefinition<Config>
