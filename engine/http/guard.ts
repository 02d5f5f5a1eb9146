import { promises as dns, type LookupAddress } from 'node:dns'
import { isIP } from 'node:net'
import { fail, ok, type Result } from '@/engine/errors'
import { isPublicAddress } from './address'

/** Resolves a host name to all of its addresses; rejects when it has none. */
export type Resolver = (host: string) => Promise<readonly LookupAddress[]>

export const systemResolver: Resolver = (host) => dns.lookup(host, { all: true, verbatim: true })

/** Where a request may go: the addresses that were checked, and no others, are connected to. */
export interface CheckedTarget {
  readonly url: URL
  readonly addresses: readonly LookupAddress[]
}

/** True when an entry `host` or `host:port` names the URL's host. */
function isAllowed(url: URL, allowed: readonly string[]): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, '').toLowerCase()
  const port = url.port || (url.protocol === 'https:' ? '443' : '80')
  return allowed.some((entry) => {
    const wanted = entry.trim().toLowerCase()
    return wanted === host || wanted === `${host}:${port}` || wanted === `[${host}]:${port}`
  })
}

/**
 * Checks an address before anything is sent (server-side request forgery): http(s) only, no user info, and public addresses
 * only, unless an administrator allowed the host. `HTTP_URL_INVALID`, `HTTP_ADDRESS_REFUSED` or `HTTP_UNREACHABLE`.
 */
export async function checkTarget(text: string, allowed: readonly string[], resolve: Resolver): Promise<Result<CheckedTarget>> {
  if (!URL.canParse(text)) return fail('HTTP_URL_INVALID', 'The address is not a valid URL.')
  // The parser turns every spelling of an IPv4 address (hexadecimal, octal, one number) into the usual one.
  const url = new URL(text)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return fail('HTTP_URL_INVALID', 'Only http and https addresses can be asked.')
  if (url.username || url.password) return fail('HTTP_URL_INVALID', 'The address must not hold a user name or password; use a header.')
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const family = isIP(host)
  let addresses: readonly LookupAddress[]
  try {
    addresses = family ? [{ address: host, family }] : await resolve(host)
  } catch {
    return fail('HTTP_UNREACHABLE', `The host ${host} is not known.`, { host })
  }
  if (addresses.length === 0) return fail('HTTP_UNREACHABLE', `The host ${host} is not known.`, { host })
  if (!isAllowed(url, allowed) && !addresses.every(({ address }) => isPublicAddress(address))) {
    return fail('HTTP_ADDRESS_REFUSED', `${host} is a private address. An administrator can allow it in Settings, Telephony and network.`, {
      host,
    })
  }
  return ok({ url, addresses })
}
