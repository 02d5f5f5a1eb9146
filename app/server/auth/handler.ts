import { z } from 'zod'
import { accessChanged } from '../events/access'
import { problemResponse } from '../http/answer'
import { readBody } from '../http/body'
import { addressOf, ownOrigin } from '../http/origin'
import type { Actor } from './actor'
import type { Authentication } from './authentication'
import { createThrottle, type Throttle } from './throttle'

/** What a browser may ask of better-auth; everything about other people goes through `users.*`, where it is audited. */
const allowed: ReadonlySet<string> = new Set(['/sign-in/email', '/sign-out', '/get-session', '/change-password'])

const MAX_BODY = 16 * 1024
const Credentials = z.object({ email: z.string() })

const MINUTE = 60_000
/** Few failures for one account from one address; more for an account or an address as a whole, as offices share one and strangers must not lock others out. */
const rules = {
  pair: { failures: 8, windowMs: 10 * MINUTE },
  account: { failures: 50, windowMs: 10 * MINUTE },
  address: { failures: 40, windowMs: 10 * MINUTE },
}

interface HandlerParts extends Pick<Authentication, 'authFor' | 'actorOf'> {
  /** Told when somebody has given themselves a new password. */
  passwordChanged(actor: Actor): Promise<void>
}

/** The handler of `/api/auth/*`: sign-in and one's own password (both throttled), sign-out, the session. */
export function createAuthHandler(parts: HandlerParts, now: () => number = Date.now): (request: Request) => Promise<Response> {
  const pairs = createThrottle(rules.pair, now)
  const accounts = createThrottle(rules.account, now)
  const addresses = createThrottle(rules.address, now)

  /** Where a password is tried: not too often for an account, an address, and the two together. */
  const throttled = async (account: string | undefined, address: string, handle: () => Promise<Response>): Promise<Response> => {
    const limits: (readonly [Throttle, string])[] = [[addresses, address]]
    if (account) limits.push([accounts, account], [pairs, `${account} ${address}`])
    const seconds = Math.max(...limits.map(([throttle, key]) => throttle.waitSeconds(key)))
    if (seconds > 0) return tooMany(seconds)
    // Counted before the password is checked, so that many at once do not slip through together.
    for (const [throttle, key] of limits) throttle.failed(key)
    const response = await handle()
    if (response.ok) {
      // One good account must not wash an address clean that tries others.
      addresses.undo(address)
      for (const [throttle, key] of limits) if (throttle !== addresses) throttle.forgive(key)
    }
    return response
  }

  return async (request) => {
    const path = new URL(request.url).pathname.replace(/^\/api\/auth/, '')
    if (!allowed.has(path)) return problemResponse(404, { code: 'NOT_FOUND', message: 'There is nothing here.' })
    const body = await readBody(request, MAX_BODY)
    if (!body.ok) return problemResponse(413, body.error)
    // better-auth takes its base URL, and with it the trusted origin, from the request's URL.
    const { pathname, search } = new URL(request.url)
    const forwarded = new Request(`${ownOrigin(request).origin}${pathname}${search}`, {
      method: request.method,
      headers: request.headers,
      ...(body.value.byteLength > 0 ? { body: body.value } : {}),
    })
    const handle = () => parts.authFor(request).handler(forwarded)
    if (path === '/sign-in/email') return throttled(accountOf(body.value), addressOf(request), handle)
    if (path === '/get-session') return handle()
    const actor = await parts.actorOf(request)
    const response = path === '/change-password' ? await throttled(actor?.email, addressOf(request), handle) : await handle()
    if (!response.ok || !actor) return response
    if (path === '/change-password') await parts.passwordChanged(actor)
    accessChanged()
    return response
  }
}

function tooMany(seconds: number): Response {
  const minutes = Math.ceil(seconds / 60)
  return problemResponse(
    429,
    { code: 'TOO_MANY_ATTEMPTS', message: `Too many failed sign-ins. Try again in ${minutes} min.`, params: { seconds, minutes } },
    { 'retry-after': String(seconds) },
  )
}

function accountOf(body: Uint8Array): string | undefined {
  try {
    const parsed = Credentials.safeParse(JSON.parse(new TextDecoder().decode(body)))
    return parsed.success ? parsed.data.email.trim().toLowerCase().slice(0, 320) : undefined
  } catch {
    // Not JSON: better-auth answers that; the address still counts.
    return undefined
  }
}
