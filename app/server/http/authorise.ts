import { fail, ok, type Result } from '@/engine/errors'
import type { Actor } from '../auth/actor'
import type { Container } from '../container'
import type { Permission } from '../permissions'
import { storeProblem } from '../store-problem'
import { problemResponse } from './answer'
import { fromOwnPages } from './origin'

/** Who asks, if they may; otherwise the problem. For routes that are no tRPC procedures. */
export async function authorise(
  request: Request,
  { authentication }: Container,
  /** Any of several is enough. */
  permission: Permission | readonly Permission[],
): Promise<Result<Actor>> {
  if (request.method !== 'GET' && request.method !== 'HEAD' && !fromOwnPages(request))
    return fail('FORBIDDEN', 'This request comes from another site.')
  const actor = await authentication.actorOf(request)
  if (!actor) return fail('UNAUTHENTICATED', 'Sign in first.')
  const enough = typeof permission === 'string' ? [permission] : permission
  if (!enough.some((one) => actor.permissions.has(one))) {
    const named = enough.join(', ')
    return fail('FORBIDDEN', `Your role does not allow this (${named}).`, { permission: named })
  }
  return ok(actor)
}

const statuses = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  SOUND_MISSING: 404,
  NAME_TAKEN: 409,
  INPUT_TOO_LARGE: 413,
  ENGINE_DOWN: 503,
  STORE_BUSY: 503,
  STORE_FULL: 503,
  UNEXPECTED: 500,
} as const

/** Answers a request with what `work` makes of it for somebody who may; every failure becomes a problem with its status. */
export async function answerFor(
  request: Request,
  container: Container,
  permission: Permission | readonly Permission[],
  work: (actor: Actor) => Promise<Result<Response>>,
): Promise<Response> {
  try {
    const actor = await authorise(request, container, permission)
    const answer = actor.ok ? await work(actor.value) : actor
    if (answer.ok) return answer.value
    const { code } = answer.error
    return problemResponse(code in statuses ? statuses[code as keyof typeof statuses] : 400, answer.error) // `in` has just checked it
  } catch (error) {
    const known = storeProblem(error)
    container.services.log.error({ err: error, path: new URL(request.url).pathname }, 'request failed')
    return problemResponse(
      known ? 503 : 500,
      known ?? { code: 'UNEXPECTED', message: 'Something unexpected happened; the log of the web process has the details.' },
    )
  }
}
