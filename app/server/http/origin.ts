/** The origin that the browser sees: behind Next and proxies the URL's own host is not it. */
export function ownOrigin(request: Request): { readonly origin: string; readonly secure: boolean } {
  const url = new URL(request.url)
  const host = first(request.headers.get('x-forwarded-host')) ?? request.headers.get('host') ?? url.host
  const scheme = first(request.headers.get('x-forwarded-proto')) ?? url.protocol.replace(':', '')
  const secure = scheme === 'https'
  try {
    return { origin: new URL(`${secure ? 'https' : 'http'}://${host}`).origin, secure }
  } catch {
    return { origin: url.origin, secure }
  }
}

/**
 * Whether a request that changes something comes from our own pages, or from no browser at all. A browser always names the
 * origin on such requests, and pages of others cannot set the headers that `ownOrigin` reads.
 */
export function fromOwnPages(request: Request): boolean {
  const origin = request.headers.get('origin')
  if (origin === null) return request.headers.get('sec-fetch-site') !== 'cross-site'
  return origin === ownOrigin(request).origin
}

/** The caller's address as the nearest proxy, or else the web process, saw it; `unknown` without either. */
export function addressOf(request: Request): string {
  return request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || 'unknown'
}

const first = (list: string | null) => list?.split(',')[0]?.trim() || undefined
