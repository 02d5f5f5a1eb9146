import { z } from 'zod'
import { field, finding, type NodeDefinition, VariableName } from '@/engine/flow'

/** `{{ secret.NAME }}` may stand in what is sent. */
const withSecrets = { extra: { secret: 'json' } } as const

const header = z.strictObject({
  name: field(
    z
      .string()
      .regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]{0,100}$/)
      .default(''),
    { kind: 'text' },
  ),
  value: field(z.string().max(2000).default(''), { kind: 'template' }, withSecrets),
})

const mapping = z.strictObject({
  variable: field(VariableName.or(z.literal('')).default(''), { kind: 'variable' }),
  value: field(z.string().max(2000).default(''), { kind: 'cel', expects: 'any', into: 'variable' }, { extra: { response: 'json' } }),
})

const schema = z.strictObject({
  method: field(z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).default('GET'), { kind: 'select' }),
  url: field(z.string().max(4000).default(''), { kind: 'template' }, withSecrets),
  headers: field(z.array(header).max(50).default([]), { kind: 'list' }, { section: 'request' }),
  body: field(
    z.string().max(50_000).default(''),
    { kind: 'template', multiline: true, language: 'json' },
    { section: 'request', when: { field: 'method', is: ['POST', 'PUT', 'PATCH', 'DELETE'] }, ...withSecrets },
  ),
  expectsJson: field(z.boolean().default(true), { kind: 'switch' }, { section: 'answer' }),
  results: field(z.array(mapping).max(50).default([]), { kind: 'list' }, { section: 'answer' }),
  timeoutSeconds: field(z.number().min(1).max(60).default(8), { kind: 'number', unit: 's' }, { section: 'advanced' }),
  retries: field(z.number().int().min(0).max(5).default(0), { kind: 'number', unit: 'times' }, { section: 'advanced' }),
})

export type Config = z.infer<typeof schema>

export const definition = {
  type: 'http',
  version: 1,
  category: 'data',
  icon: 'IconWorld',
  kinds: ['ivr', 'module'],
  schema,
  defaults: schema.parse({}),
  outcomes: () => [
    { id: 'success', role: 'main' },
    { id: 'http-error', role: 'fallback' },
    { id: 'timeout', role: 'fallback' },
    { id: 'error', role: 'error' },
  ],
  summary: ({ method, url, results }) => [
    { kind: 'code', text: `${method} ${url || '…'}` },
    ...results.map(({ variable, value }) => ({ kind: 'code' as const, text: `${variable || '…'} = ${value}` })),
  ],
  check: ({ url, headers, results }) => [
    ...(url.trim() === '' ? [finding('PB202', 'error', { path: ['url'] })] : []),
    ...headers.flatMap(({ name }, index) => (name === '' ? [finding('PB202', 'error', { path: ['headers', index, 'name'] })] : [])),
    ...results.flatMap(({ variable }, index) =>
      variable === '' ? [finding('PB202', 'error', { path: ['results', index, 'variable'] })] : [],
    ),
  ],
} satisfies NodeDefinition<Config>
