/** How to reach ARI over HTTP. */
export interface AriAddress {
  /** Without a slash at the end, e.g. `http://127.0.0.1:4002/ari`. */
  readonly url: string
  readonly user: string
  readonly password: string
}

/** The header that ARI wants. */
export function ariAuthorization({ user, password }: AriAddress): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
}

/** What answered at the address: Asterisk's version, a refusal, or nothing. */
export type AriAnswer =
  | { readonly kind: 'up'; readonly version: string }
  | { readonly kind: 'refused'; readonly status: number }
  | { readonly kind: 'silent'; readonly reason: string }

/** Asks `GET /asterisk/info`, for at most two seconds. */
export async function askAri(ari: AriAddress): Promise<AriAnswer> {
  try {
    const response = await fetch(`${ari.url}/asterisk/info?only=system`, {
      headers: { authorization: ariAuthorization(ari) },
      signal: AbortSignal.timeout(2000),
    })
    if (!response.ok) {
      await response.body?.cancel()
      return { kind: 'refused', status: response.status }
    }
    // A page that is no JSON is some other server's.
    const version = readVersion(await response.json().catch(() => undefined))
    return version ? { kind: 'up', version } : { kind: 'refused', status: response.status }
  } catch (error) {
    return { kind: 'silent', reason: reasonOf(error) }
  }
}

/** `fetch` says why only in the cause of its error. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { cause } = error
  if (!(cause instanceof Error)) return error.message
  return 'code' in cause ? String(cause.code) : cause.message
}

/** `{"system":{"version":"22.10.1~dfsg…"}}` → `22.10.1` */
function readVersion(info: unknown): string | undefined {
  if (typeof info !== 'object' || info === null || !('system' in info)) return undefined
  const { system } = info
  if (typeof system !== 'object' || system === null || !('version' in system)) return undefined
  return /\d+(\.\d+)*/.exec(String(system.version))?.[0]
}
