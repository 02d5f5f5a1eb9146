import { z } from 'zod'
import { ok, type Result } from '@/engine/errors'
import { Ari } from './ari'
import type { AsteriskLink } from './create'
import { Timestamp } from './events/channel'
import { HANDED_BACK } from './events/event'
import { readLegChannel, transfersBefore } from './ids'
import { httpRequests } from './transport/http'

const Channel = z.object({
  id: z.string(),
  creationtime: Timestamp,
  dialplan: z.object({ app_name: z.string().default(''), app_data: z.string().default('') }),
})
const Bridge = z.object({ channels: z.array(z.string()) })

/** Where calls go on; undefined: after the `Stasis()` that brought them to us. */
interface Place {
  readonly context: string
  readonly extension: string
  readonly priority: number
}

export interface HandBackOptions {
  readonly app: string
  readonly place: Place | undefined
  /** Calls younger than this (ms) are left alone: the dialplan has a clock for those that no engine has taken. */
  readonly olderThanMs: number
}

/**
 * Gives calls that no engine looks after back to the dialplan. Two who talk with each other are let talk. A sound that
 * plays, or a message that is being left, comes to its end first: until then Asterisk puts the request off (tried).
 */
export class HandBack {
  /** Given back already; they leave when what plays is over. */
  readonly #told = new Set<string>()

  constructor(
    private readonly ari: Ari,
    private readonly options: HandBackOptions,
  ) {}

  /** One look at all calls; answers how many were given back. */
  async round(now: number): Promise<Result<number>> {
    const [channels, bridges] = [await this.ari.read(['channels']), await this.ari.read(['bridges'])]
    if (!channels.ok) return channels
    if (!bridges.ok) return bridges
    const all = items(Channel, channels.value)
    const there = new Set(all.map(({ id }) => id))
    const talking = new Set(items(Bridge, bridges.value).flatMap(({ channels }) => (channels.length > 1 ? channels : [])))
    for (const id of this.#told) if (!there.has(id)) this.#told.delete(id)

    const { app, olderThanMs } = this.options
    const ours = all.filter(({ dialplan }) => dialplan.app_name === 'Stasis' && dialplan.app_data.split(',')[0] === app)
    // A party who is rung for a caller, or whom the caller has left: nobody would ever bring them together.
    for (const id of there) {
      if (readLegChannel(id) && !talking.has(id)) await this.ari.end(['channels', id])
    }
    let given = 0
    for (const { id, creationtime } of ours) {
      if (readLegChannel(id) || talking.has(id) || this.#told.has(id) || now - creationtime < olderThanMs) continue
      // The far end of a transfer from flow to flow is no person: who waits at its near end is given back in the next round.
      if (transfersBefore(id) > 0) await this.ari.end(['channels', id])
      else if (await this.#give(id)) given++
    }
    return ok(given)
  }

  async #give(id: string): Promise<boolean> {
    const { app, place } = this.options
    // For the engine that comes back: the caller did not hang up. (Where there is nobody to keep it for, it is refused.)
    await this.ari.send('POST', ['events', 'user', HANDED_BACK], { application: app, source: `channel:${id}` })
    const done = await this.ari.act('POST', ['channels', id, 'continue'], { ...place })
    if (done.ok) this.#told.add(id)
    return done.ok
  }
}

/** What can be read of a list. */
function items<T>(schema: z.ZodType<T>, list: unknown): T[] {
  return (Array.isArray(list) ? list : []).flatMap((item) => {
    const read = schema.safeParse(item)
    return read.success ? [read.data] : []
  })
}

/** For the Asterisk behind that link; calls on somebody else's go on in its own dialplan. */
export function createHandBack(link: AsteriskLink, { fallback, pickupMs }: { fallback: string; pickupMs: number }): HandBack {
  const { app, ariUser: user, ariPassword: password } = link
  const own = link.mode === 'own'
  const url = own ? `http://127.0.0.1:${link.httpPort}/ari` : link.url.replace(/\/+$/, '')
  const place = own ? { context: fallback, extension: 's', priority: 1 } : undefined
  return new HandBack(new Ari(httpRequests({ url, user, password })), { app, place, olderThanMs: own ? pickupMs : 0 })
}
