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
  const stream = isStream(request) ? await whileItsOwnerMay(request, authentication) : undefined
  if (stream) forwarded = new Request(request, { signal: stream.signal })
  const response = await fetchRequestHandler({
    endpoint: '/api/trpc',
    req: forwarded,
    router: appRouter,
    createContext: async () => {
      if (refused) throw refused
      return { ...services, actor: stream ? stream.actor : await authentication.actorOf(request) }
    },
  })
  return stream ? untilOver(response, stream.stop) : response
}

/** Whether it asks for a subscription: those stay open, whatever its headers say. */
function isStream(request: Request): boolean {
  if (request.method !== 'GET') return false
  const names = new URL(request.url).pathname.replace(/^\/api\/trpc\//, '').split(',')
  // tRPC keeps all procedures by their whole names; its types show the tree that they were made from.
  const procedures = appRouter._def.procedures as unknown as Readonly<Record<string, { readonly _def: { readonly type: string } }>>
  return names.some((name) => Object.hasOwn(procedures, name) && procedures[name]?._def.type === 'subscription')
}

/** The same response; `stop` is called when its body has ended or nobody reads it any more. */
function untilOver(response: Response, stop: () => void): Response {
  const reader = response.body?.getReader()
  if (!reader) {
    stop()
    return response
  }
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read()
        if (!done) return controller.enqueue(value)
        controller.close()
      } catch (error) {
        controller.error(error)
      }
      stop()
    },
    cancel(reason) {
      stop()
      return reader.cancel(reason)
    },
  })
  return new Response(body, response)
}

/** Who opens a stream, and a signal that ends it when they leave, are shut out, or get another role. */
async function whileItsOwnerMay(request: Request, authentication: Container['authentication']) {
  const actor = await authentication.actorOf(request)
  const ending = new AbortController()
  const signal = AbortSignal.any([request.signal, ending.signal])
  if (!actor || signal.aborted) return { actor, signal, stop: () => {} }
  const stop = whileAllowed(
    async () => (await authentication.actorOf(request))?.role === actor.role,
    () => ending.abort(),
  )
  request.signal.addEventListener('abort', stop)
  return { actor, signal, stop }
}
