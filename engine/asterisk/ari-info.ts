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
    const version = readVersion(await response.json())
    return version ? { kind: 'up', version } : { kind: 'refused', status: response.status }
  } catch (error) {
    return { kind: 'silent', reason: error instanceof Error ? error.message : String(error) }
  }
}

/** `{"system":{"version":"22.10.1~dfsg…"}}` → `22.10.1` */
function readVersion(info: unknown): string | undefined {
  if (typeof info !== 'object' || info === null || !('system' in info)) return undefined
  const { system } = info
  if (typeof system !== 'object' || system === null || !('version' in system)) return undefined
  return /\d+(\.\d+)*/.exec(String(system.version))?.[0]
}
