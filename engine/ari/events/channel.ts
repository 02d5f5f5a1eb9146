import { z } from 'zod'

/** When something happened, by Asterisk's clock (ms): `2025-03-17T08:32:35.709-0600`. */
export const Timestamp = z
  .string()
  .transform((text) => Date.parse(text))
  .pipe(z.number())

const AriChannelShape = z.object({
  id: z.string().min(1),
  state: z.string(),
  caller: z.object({ number: z.string(), name: z.string() }),
  dialplan: z.object({ exten: z.string(), app_name: z.string().default('') }),
  creationtime: Timestamp,
})

/** A channel as events and lists show it. */
export interface AriChannel {
  readonly id: string
  readonly state: string
  readonly caller: { readonly number: string; readonly name: string }
  /** The dialplan's extension: the number that was dialled. */
  readonly exten: string
  /** `Stasis` while it is in an ARI application. */
  readonly dialplanApp: string
  /** When it was made, ms. */
  readonly createdAt: number
}

const Channel = AriChannelShape.transform(
  ({ id, state, caller, dialplan, creationtime }): AriChannel => ({
    id,
    state,
    caller,
    exten: dialplan.exten,
    dialplanApp: dialplan.app_name,
    createdAt: creationtime,
  }),
)

/** Reads a channel; undefined when it is none. */
export function parseChannel(value: unknown): AriChannel | undefined {
  const read = Channel.safeParse(value)
  return read.success ? read.data : undefined
}
