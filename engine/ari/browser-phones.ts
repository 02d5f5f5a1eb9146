import { randomBytes } from 'node:crypto'
import { ok, type Result } from '@/engine/errors'
import type { Ari } from './ari'
import { asFields } from './fields'
import type { Log } from './log'

/** A SIP account for one page; what `PhoneAccount` of the control protocol holds. */
export interface BrowserAccount {
  readonly username: string
  readonly password: string
  readonly domain: string
  readonly expiresAt: number
}

interface Pushed {
  readonly account: BrowserAccount
  readonly displayName: string
}

const HOUR_MS = 3_600_000
/** A page that stays open longer asks again. */
const LIFE_MS = 12 * HOUR_MS
const SWEEP_MS = 10 * 60_000
/** Asterisk holds them in memory. */
const MOST = 1000

/**
 * SIP accounts of browser phones: pushed into Asterisk over ARI, gone from it when they expire. The name tells when
 * that is, so that accounts of an engine that was killed are found and removed too.
 */
export class BrowserPhones {
  readonly #pushed = new Map<string, Pushed>()
  #sweeper: NodeJS.Timeout | undefined

  constructor(
    private readonly ari: Ari,
    private readonly log: Log,
    private readonly now: () => number = Date.now,
  ) {}

  /** A new account for one page; calls from it show `displayName`. */
  async create(displayName: string, lifeMs = LIFE_MS): Promise<Result<BrowserAccount>> {
    const expiresAt = this.now() + lifeMs
    const account: BrowserAccount = {
      username: browserName(expiresAt, randomBytes(8).toString('hex')),
      password: randomBytes(24).toString('base64url'),
      domain: 'patchbay.invalid',
      expiresAt,
    }
    const oldest = this.#pushed.size >= MOST ? this.#pushed.keys().next().value : undefined
    if (oldest) await this.remove(oldest)
    const done = await this.#push({ account, displayName })
    if (!done.ok) return done
    this.#pushed.set(account.username, { account, displayName })
    return ok(account)
  }

  /** Its calls go on; it cannot begin new ones. */
  async remove(username: string): Promise<Result<void>> {
    this.#pushed.delete(username)
    let result: Result<void> = ok()
    for (const type of ['endpoint', 'aor', 'auth']) {
      const done = await this.ari.end(objectPath(type, username))
      if (!done.ok) result = done
    }
    return result
  }

  /** After a (re)connect: an Asterisk that was restarted has forgotten them; one that was not may hold old ones. */
  async settle(): Promise<void> {
    clearInterval(this.#sweeper)
    this.#sweeper = setInterval(() => void this.#sweep(), SWEEP_MS).unref()
    const there = await this.#sweep()
    for (const pushed of this.#pushed.values()) {
      if (!there.has(pushed.account.username)) await this.#push(pushed)
    }
  }

  stop(): void {
    clearInterval(this.#sweeper)
  }

  /** Removes those that have expired; the names of the others. */
  async #sweep(): Promise<Set<string>> {
    const answer = await this.ari.read(['endpoints', 'PJSIP'])
    const list = answer.ok && Array.isArray(answer.value) ? answer.value : []
    const there = new Set<string>()
    for (const name of list.map((endpoint) => asFields(endpoint).resource)) {
      const expiry = typeof name === 'string' ? expiryOf(name) : undefined
      if (typeof name !== 'string' || expiry === undefined) continue
      if (expiry > this.now()) there.add(name)
      else await this.remove(name)
    }
    return there
  }

  async #push({ account: { username, password }, displayName }: Pushed): Promise<Result<void>> {
    const objects = {
      auth: { auth_type: 'userpass', username, password },
      aor: { max_contacts: '1', remove_existing: 'yes', qualify_frequency: '30' },
      endpoint: {
        webrtc: 'yes',
        transport: 'pb-ws',
        identify_by: 'username,auth_username',
        context: 'patchbay-in',
        disallow: 'all',
        allow: 'opus,ulaw',
        auth: username,
        aors: username,
        callerid: `"${displayName.replace(/[^\p{L}\p{N} .'-]/gu, '').slice(0, 60)}" <browser>`,
        rtp_timeout: '300',
      },
    }
    for (const [type, fields] of Object.entries(objects)) {
      const body = { fields: Object.entries(fields).map(([attribute, value]) => ({ attribute, value })) }
      const done = await this.ari.act('PUT', objectPath(type, username), body)
      if (done.ok) continue
      this.log.error({ type, problem: done.error }, 'a browser phone could not be set up')
      await this.remove(username)
      return done
    }
    return ok()
  }
}

function objectPath(type: string, id: string): string[] {
  return ['asterisk', 'config', 'dynamic', 'res_pjsip', type, id]
}

/** `web` + expiry in seconds (base 36, 7 characters) + something random: letters and digits, so that it can be dialled. */
export function browserName(expiresAt: number, random: string): string {
  return `web${Math.ceil(expiresAt / 1000)
    .toString(36)
    .padStart(7, '0')}${random}`
}

/** When an account expires, by its name; undefined for other endpoints. */
export function expiryOf(name: string): number | undefined {
  const match = /^web([0-9a-z]{7})[0-9a-f]{16}$/.exec(name)
  return match?.[1] === undefined ? undefined : Number.parseInt(match[1], 36) * 1000
}
