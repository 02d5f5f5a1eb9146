import { z } from 'zod'
import { field, finding, type NodeDefinition } from '@/engine/flow'

const schema = z.strictObject({
  kind: field(z.enum(['extension', 'number', 'uri']).default('extension'), { kind: 'select' }),
  /** Template: an extension, a number, or `sip:user@host`. */
  target: field(z.string().max(500).default(''), { kind: 'template' }),
  ringSeconds: field(z.number().int().min(5).max(300).default(25), { kind: 'number', unit: 's' }),
  /** Template; empty = the caller's own number. */
  callerId: field(z.string().max(200).default(''), { kind: 'template' }, { section: 'advanced' }),
})

export type Config = z.infer<typeof schema>

export const definition = {
  type: 'transfer',
  version: 1,
  category: 'connect',
  icon: 'IconPhoneOutgoing',
  kinds: ['ivr', 'module'],
  schema,
  defaults: schema.parse({}),
  outcomes: () => [
    { id: 'answered', role: 'main' },
    { id: 'busy', role: 'fallback' },
    { id: 'no-answer', role: 'fallback' },
    { id: 'failed', role: 'fallback' },
    { id: 'hung-up', role: 'fallback', unconnected: 'hangup' },
    { id: 'error', role: 'error' },
  ],
  summary: ({ kind, target, ringSeconds }) => [{ kind: 'fact', key: kind, params: { target: target || '…', seconds: ringSeconds } }],
  check: ({ target }) => (target.trim() === '' ? [finding('PB202', 'error', { path: ['target'] })] : []),
  waits: true,
} satisfies NodeDefinition<Config>
