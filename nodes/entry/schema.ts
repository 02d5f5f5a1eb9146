import { z } from 'zod'
import { field, type NodeDefinition, spokenLanguages } from '@/engine/flow'

const schema = z.strictObject({
  /** Language of prompts that name none. */
  language: field(z.enum(spokenLanguages).default('en'), { kind: 'select' }),
  answer: field(z.boolean().default(true), { kind: 'switch' }),
  maxSteps: field(z.number().int().min(10).max(10_000).default(500), { kind: 'number', unit: 'steps' }, { section: 'advanced' }),
})

export type Config = z.infer<typeof schema>

export const definition = {
  type: 'entry',
  version: 1,
  category: 'start',
  icon: 'IconPhoneIncoming',
  kinds: ['ivr', 'module'],
  singleton: true,
  schema,
  defaults: schema.parse({}),
  outcomes: (_config, context) =>
    context?.kind === 'module'
      ? [
          { id: 'start', role: 'main' },
          { id: 'error', role: 'error' },
        ]
      : [
          { id: 'start', role: 'main' },
          { id: 'hangup', role: 'fallback', unconnected: 'end' },
          { id: 'too-many-steps', role: 'fallback' },
          { id: 'error', role: 'error' },
        ],
  summary: (config) => [{ kind: 'fact', key: config.answer ? 'answers' : 'rings', params: { language: config.language } }],
} satisfies NodeDefinition<Config>
