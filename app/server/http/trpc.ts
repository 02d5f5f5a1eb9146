import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import type { Container } from '../container'
import { whileAllowed } from '../events/access'
import { ProblemError } from '../problem-error'
import { appRouter } from '../root'
import { readBody } from './body'
import { fromOwnPages } from './origin'

/** Room for the largest document with its wrapping; documents have their own, smaller limit. */
const MAX_BODY = 12 * 1024 * 1024

/** Serves `/api/trpc`. Refusals come in tRPC's own form, whatever link the client uses. */
export async function handleTrpc(request: Request, { services, authentication }: Container): Promise<Response> {
  let refused: ProblemError | undefined
  let forwarded = request
  if (request.method === 'POST') {
    const body = await readBody(request, MAX_BODY)
    if (!body.ok) refused = new ProblemError(body.error)
    else if (!fromOwnPages(request)) refused = new ProblemError({ code: 'FORBIDDEN', message: 'This request comes from another site.' })
    const { 'content-length': _length, ...headers } = Object.fromEntries(request.headers)
    forwarded = new Request(request.url, { method: 'POST', headers, body: refused || !body.ok ? '{}' : body.value, signal: request.signal })
  }
  const stream = request.headers.get('accept')?.includes('text/event-stream') ? await whileItsOwnerMay(request, authentication) : undefined
  if (stream) forwarded = new Request(request, { signal: stream.signal })
  return fetchRequestHandler({
    endpoint: '/api/trpc',
    req: forwarded,
    router: appRouter,
    createContext: async () => {
      if (refused) throw refused
      return { ...services, actor: stream ? stream.actor : await authentication.actorOf(request) }
    },
  })
}

/** Who opens a stream, and a signal that ends it when they leave, are shut out, or get another role. */
async function whileItsOwnerMay(request: Request, authentication: Container['authentication']) {
  const actor = await authentication.actorOf(request)
  const ending = new AbortController()
  const signal = AbortSignal.any([request.signal, ending.signal])
  if (!actor || signal.aborted) return { actor, signal }
  const stop = whileAllowed(
    async () => (await authentication.actorOf(request))?.role === actor.role,
    () => ending.abort(),
  )
  request.signal.addEventListener('abort', stop)
  return { actor, signal }
}
