import { initTRPC } from '@trpc/server'
import superjson from 'superjson'
import type { Context } from './context'
import type { Permission } from './permissions'
import { ProblemError } from './problem-error'
import { problemOf } from './problem-of'

/** What every procedure carries: the permission that it needs. */
export interface ProcedureMeta {
  readonly permission: Permission
}

const t = initTRPC
  .context<Context>()
  .meta<ProcedureMeta>()
  .create({
    transformer: superjson,
    // Stack traces stay on the server.
    isDev: false,
    sse: { ping: { enabled: true, intervalMs: 15_000 }, client: { reconnectAfterInactivityMs: 40_000 } },
    errorFormatter({ shape, error }) {
      const { problem, diagnostics } = problemOf(error)
      return { ...shape, message: problem.message, data: { ...shape.data, problem, ...(diagnostics ? { diagnostics } : {}) } }
    },
  })

export const router = t.router

/** Turns what was thrown into a problem, and logs what nobody foresaw. */
const problems = t.middleware(async ({ next, ctx, path }) => {
  const result = await next()
  if (result.ok) return result
  const known = problemOf(result.error)
  if (known.code === 'INTERNAL_SERVER_ERROR' || known.code === 'SERVICE_UNAVAILABLE') {
    ctx.log.error({ err: result.error.cause ?? result.error, procedure: path, code: known.problem.code }, 'procedure failed')
  }
  throw known
})

/**
 * The only way to make a procedure: it names the permission that a caller must have.
 * `procedure('flow.view').input(…).query(({ ctx, input }) => …)`; `ctx.actor` is the caller.
 */
export function procedure(permission: Permission) {
  return t.procedure
    .meta({ permission })
    .use(problems)
    .use(({ ctx, next }) => {
      const { actor } = ctx
      if (!actor) throw new ProblemError({ code: 'UNAUTHENTICATED', message: 'Sign in first.' })
      if (!actor.permissions.has(permission)) {
        throw new ProblemError({ code: 'FORBIDDEN', message: `Your role does not allow this (${permission}).`, params: { permission } })
      }
      return next({ ctx: { ...ctx, actor } })
    })
}
