import { z } from 'zod'
import type { FlowDocument } from '@/engine/flow'

/** An id made by `newId`. */
export const Id = z.string().min(1).max(64)

/** A flow document as sent: an object of any shape here, so that `DOCUMENT_*` codes say what is wrong with it. */
export const SentDocument = z.custom<z.input<typeof FlowDocument>>(
  (value) => typeof value === 'object' && value !== null,
  'a flow document is an object',
)

/** A revision of a draft. */
export const Revision = z.number().int().min(1).max(2_000_000_000)

export const Page = z.object({ cursor: z.string().max(200).optional(), limit: z.number().int().min(1).max(200).default(50) })

/** A phone number or extension. */
export const PhoneNumber = z.string().regex(/^\+?[0-9*#]{1,32}$/, 'digits, with + in front at most')

/** One line of a person's own words. */
export const Line = (max: number) => z.string().trim().min(1).max(max)
