import type { LookupAddress } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { Agent, request as send } from 'undici'
import { fail, ok, type Result } from '@/engine/errors'
import type { Http, HttpRequest, HttpResponse } from '@/engine/ports'
import { readBody } from './body'
import { type CheckedTarget, checkTarget, type Resolver, systemResolver } from './guard'

const MAX_REDIRECTS = 3
const redirects = new Set([301, 302, 303, 307, 308])
/** Headers that may follow to another origin; any other may hold a secret (`Authorization`, `X-Api-Key` …). */
const harmless = new Set(['accept', 'accept-encoding', 'accept-language', 'content-type', 'user-agent'])
/** The connection's own business, not the flow's. */
const connectionHeaders = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

export interface HttpOptions {
  /** Hosts (`host`, `host:port`) that may be asked although their address is private; asked at each request. */
  readonly allowedHosts: () => readonly string[] | Promise<readonly string[]>
  readonly resolver?: Resolver
}

/**
 * Outgoing HTTP of the HTTP step. One time limit for everything, redirects and body included; the connection goes to the
 * very addresses that were checked, so a name that resolves differently the second time gains nothing.
 */
export function createHttp({ allowedHosts, resolver = systemResolver }: HttpOptions): Http {
  return {
    async request(request, signal) {
      let timeout: AbortSignal | undefined
      try {
        const allowed = await allowedHosts()
        // The server's time, not ours: the first look at the settings after a start takes a while.
        timeout = AbortSignal.timeout(request.timeoutMs)
        return await follow(request, allowed, resolver, AbortSignal.any([signal, timeout]))
      } catch (error) {
        if (timeout?.aborted)
          return fail('HTTP_TIMEOUT', `No answer within ${request.timeoutMs / 1000} s.`, { seconds: request.timeoutMs / 1000 })
        return fail('HTTP_UNREACHABLE', `The server could not be reached (${reasonOf(error)}).`, { reason: reasonOf(error) })
      }
    },
  }
}

/** undici's errors carry a code (`ECONNREFUSED`, `UND_ERR_SOCKET`), which says more than their text. */
function reasonOf(error: unknown): string {
  if (error instanceof Error) return 'code' in error && typeof error.code === 'string' ? error.code : error.name
  return 'unknown'
}

async function follow(
  request: HttpRequest,
  allowed: readonly string[],
  resolver: Resolver,
  signal: AbortSignal,
): Promise<Result<HttpResponse>> {
  let { url, method, body } = request
  let headers: Record<string, string> = {
    'accept-encoding': 'identity',
    'idempotency-key': request.idempotencyKey,
    ...without(lowerCased(request.headers), connectionHeaders),
  }
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    const target = await abortable(checkTarget(url, allowed, resolver), signal)
    if (!target.ok) return target
    const answer = await exchange(target.value, method, headers, body, signal)
    if (!answer.ok || !('redirect' in answer.value)) return answer as Result<HttpResponse> // not a redirect, by the line above
    const { redirect } = answer.value
    const base = target.value.url
    if (!URL.canParse(redirect, base.href)) return fail('HTTP_URL_INVALID', 'The server redirected to something that is not a valid URL.')
    const next = new URL(redirect, base)
    if (next.origin !== base.origin) headers = only(headers, harmless)
    const { status } = answer.value
    // RFC 9110, 15.4: 303, and by custom 301 and 302 after POST, are followed with GET.
    if (status === 303 || (status <= 302 && method === 'POST')) {
      method = 'GET'
      body = undefined
      headers = without(headers, new Set(['content-type']))
    }
    url = next.href
  }
  return fail('HTTP_TOO_MANY_REDIRECTS', `The server redirected more than ${MAX_REDIRECTS} times.`, { redirects: MAX_REDIRECTS })
}

type Exchange = HttpResponse | { readonly redirect: string; readonly status: number }

async function exchange(
  { url, addresses }: CheckedTarget,
  method: HttpRequest['method'],
  headers: Record<string, string>,
  body: string | undefined,
  signal: AbortSignal,
): Promise<Result<Exchange>> {
  const agent = new Agent({ connect: { lookup: pinnedTo(addresses) }, pipelining: 0 })
  try {
    const response = await send(url, { method, headers, body: body ?? null, signal, dispatcher: agent })
    const { location } = response.headers
    if (redirects.has(response.statusCode) && typeof location === 'string') {
      return ok({ redirect: location, status: response.statusCode })
    }
    const received = flat(response.headers)
    const text = await readBody(response.body, received['content-encoding'], received['content-type'])
    return text.ok ? ok({ status: response.statusCode, headers: received, body: text.value }) : text
  } finally {
    // Ends the body of a redirect or of an answer that was too large, too.
    void agent.destroy()
  }
}

/** A `lookup` that gives what was checked, without asking again. */
function pinnedTo(addresses: readonly LookupAddress[]): LookupFunction {
  return (_host, options, callback) => {
    const [first] = addresses
    if (options.all || !first) callback(null, [...addresses])
    else callback(null, first.address, first.family)
  }
}

function abortable<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return Promise.race([
    work,
    new Promise<never>((_, reject) => {
      signal.throwIfAborted()
      signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    }),
  ])
}

function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}

function without(headers: Record<string, string>, names: ReadonlySet<string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !names.has(name)))
}

function only(headers: Record<string, string>, names: ReadonlySet<string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => names.has(name)))
}

function flat(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  )
}
