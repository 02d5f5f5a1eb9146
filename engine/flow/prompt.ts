import { z } from 'zod'

/** How a value is read out. */
export const ReadAs = z.enum(['text', 'digits', 'number', 'date', 'time', 'money'])
export type ReadAs = z.infer<typeof ReadAs>

/** One thing the caller hears. A prompt list is played in order without gaps. */
export const Prompt = z.discriminatedUnion('kind', [
  /** Text to speech; `{{ CEL }}` inside is filled in first. `language` overrides the flow's (BCP 47, e.g. `en`, `zh-CN`). */
  z.strictObject({ kind: z.literal('text'), text: z.string().max(5000), language: z.string().max(20).optional() }),
  /** A sound from the library, by name. */
  z.strictObject({ kind: z.literal('sound'), sound: z.string().max(200) }),
  /** A CEL value read as digits, a number, a date, a time or money (`currency` is ISO 4217). */
  z.strictObject({
    kind: z.literal('value'),
    value: z.string().max(2000),
    as: ReadAs,
    currency: z.string().length(3).optional(),
    language: z.string().max(20).optional(),
  }),
])
export type Prompt = z.infer<typeof Prompt>
export const Prompts = z.array(Prompt).max(50)
