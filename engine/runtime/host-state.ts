import { z } from 'zod'

/** What a session keeps beside the machine's own snapshot. */
export const HostState = z.object({
  /** The digit buffer, sealed: digits are never stored in the clear. */
  digits: z.string().optional(),
  /** The end key of a complete input, should it follow. */
  endKey: z.object({ key: z.string(), until: z.number() }).optional(),
  /** The visit in which the caller hung up. */
  goneAt: z.number().optional(),
  /** It was not the caller who hung up: the call was lost with its telephony server. */
  lost: z.boolean().optional(),
  /** Nor here: the dialplan was given the call while no engine was there. */
  handedBack: z.boolean().optional(),
  /** The visit at which the flow had taken too many steps. */
  limitAt: z.number().optional(),
  /** The handlers themselves ran too long. */
  aborted: z.boolean().optional(),
  /** A transfer was answered. */
  transferred: z.boolean().optional(),
  /** The flow ended the call itself. */
  hungUp: z.boolean().optional(),
  /** The call ended with the apology. */
  apologised: z.boolean().optional(),
})
export type HostState = z.infer<typeof HostState>

/** A session's snapshot as it is stored; `machine` is XState's. */
export const StoredSnapshot = z.object({ machine: z.unknown(), host: HostState })
