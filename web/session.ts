import type { IncomingMessage } from 'node:http'
import superjson, { type SuperJSONResult } from 'superjson'
import { z } from 'zod'

const Answer = z.object({ result: z.object({ data: z.custom<SuperJSONResult>((data) => typeof data === 'object' && data !== null) }) })
const Me = z.object({ permissions: z.array(z.string()) })

/**
 * Whether the request's login may use the browser phone. Asked of our own API, so that logins and roles are judged in one
 * place; `base` is where this process listens. `unknown`: that could not be asked just now.
 */
export async function mayUsePhone(request: IncomingMessage, base: string): Promise<'yes' | 'no-login' | 'no-permission' | 'unknown'> {
  const { cookie, host } = request.headers
  if (!cookie || !host || !sameOrigin(request.headers.origin, host)) return 'no-login'
  try {
    const response = await fetch(`${base}/api/trpc/me.get`, {
      headers: { cookie, 'x-forwarded-host': host, 'x-forwarded-proto': String(request.headers['x-forwarded-proto'] ?? 'http') },
      signal: AbortSignal.timeout(10_000),
    })
    if (response.status === 401 || response.status === 403) return 'no-login'
    if (!response.ok) return 'unknown'
    const { permissions } = Me.parse(superjson.deserialize(Answer.parse(await response.json()).result.data))
    return permissions.includes('phone.use') ? 'yes' : 'no-permission'
  } catch {
    // No answer, or none that is understood: busy, or ending.
    return 'unknown'
  }
}

/** A browser names the page's origin on a WebSocket; another site's page must not use this login. */
function sameOrigin(origin: string | undefined, host: string): boolean {
  if (origin === undefined) return true
  return URL.canParse(origin) && new URL(origin).host === host
}
