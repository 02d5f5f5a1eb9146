import { z } from 'zod'
import { field, finding, type NodeDefinition, Prompts, promptLines, VariableName } from '@/engine/flow'

const schema = z.strictObject({
  prompts: field(Prompts.default([]), { kind: 'prompts', required: true }),
  variable: field(VariableName.or(z.literal('')).default(''), { kind: 'variable', type: 'string' }),
  minDigits: field(z.number().int().min(1).max(40).default(1), { kind: 'number', unit: 'digits' }),
  maxDigits: field(z.number().int().min(1).max(40).default(10), { kind: 'number', unit: 'digits' }),
  terminator: field(z.enum(['#', '*', 'none']).default('#'), { kind: 'select' }),
  masked: field(z.boolean().default(false), { kind: 'switch' }),
  firstDigitSeconds: field(z.number().min(1).max(60).default(6), { kind: 'number', unit: 's' }, { section: 'timing' }),
  interDigitSeconds: field(z.number().min(1).max(30).default(3), { kind: 'number', unit: 's' }, { section: 'timing' }),
  bargeIn: field(z.boolean().default(true), { kind: 'switch' }, { section: 'timing' }),
  format: field(z.enum(['any', 'card', 'date', 'expression']).default('any'), { kind: 'select' }, { section: 'validation' }),
  valid: field(
    z.string().max(2000).default(''),
    { kind: 'cel', expects: 'boolean' },
    { section: 'validation', extra: { input: 'string' }, when: { field: 'format', is: ['expression'] } },
  ),
  retries: field(z.number().int().min(0).max(9).default(2), { kind: 'number', unit: 'times' }, { section: 'retry' }),
  invalidPrompts: field(Prompts.default([]), { kind: 'prompts' }, { section: 'retry' }),
  timeoutPrompts: field(Prompts.default([]), { kind: 'prompts' }, { section: 'retry' }),
  repeatPrompts: field(z.boolean().default(true), { kind: 'switch' }, { section: 'retry' }),
})

export type Config = z.infer<typeof schema>

export const definition = {
  type: 'collect',
  version: 1,
  category: 'input',
  icon: 'IconDialpad',
  kinds: ['ivr', 'module'],
  schema,
  defaults: schema.parse({}),
  outcomes: () => [
    { id: 'collected', role: 'main' },
    { id: 'invalid', role: 'fallback' },
    { id: 'timeout', role: 'fallback' },
    { id: 'error', role: 'error' },
  ],
  summary: ({ prompts, minDigits, maxDigits, variable }) => [
    ...promptLines(prompts),
    minDigits === maxDigits
      ? { kind: 'fact', key: 'exactly', params: { digits: maxDigits, variable: variable || '…' } }
      : { kind: 'fact', key: 'between', params: { min: minDigits, max: maxDigits, variable: variable || '…' } },
  ],
  writes: ({ variable, masked }) => (variable ? [{ name: variable, type: 'string', masked, path: ['variable'] }] : []),
  check: ({ variable, minDigits, maxDigits }) => [
    ...(variable === '' ? [finding('PB202', 'error', { path: ['variable'] })] : []),
    ...(maxDigits < minDigits ? [finding('PB201', 'error', { path: ['maxDigits'], params: { reason: 'min', limit: minDigits } })] : []),
  ],
  waits: true,
} satisfies NodeDefinition<Config>
