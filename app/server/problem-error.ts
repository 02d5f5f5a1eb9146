import { TRPCError } from '@trpc/server'
import type { TRPC_ERROR_CODE_KEY } from '@trpc/server/rpc'
import type { ErrorCode, Problem, Result } from '@/engine/errors'
import type { Diagnostic } from '@/engine/flow'

/** tRPC's code, and with it the HTTP status, of each of ours that is not simply a bad request. */
const trpcCodes: Partial<Readonly<Record<ErrorCode, TRPC_ERROR_CODE_KEY>>> = {
  NOT_FOUND: 'NOT_FOUND',
  FORBIDDEN: 'FORBIDDEN',
  UNAUTHENTICATED: 'UNAUTHORIZED',
  CONFLICT: 'CONFLICT',
  DRAFT_STALE: 'CONFLICT',
  NUMBER_TAKEN: 'CONFLICT',
  NAME_TAKEN: 'CONFLICT',
  FLOW_HAS_NUMBERS: 'CONFLICT',
  FLOW_ARCHIVED: 'CONFLICT',
  FLOW_NOT_PUBLISHED: 'CONFLICT',
  LAST_ADMINISTRATOR: 'CONFLICT',
  FLOW_HAS_ERRORS: 'UNPROCESSABLE_CONTENT',
  DOCUMENT_TOO_LARGE: 'PAYLOAD_TOO_LARGE',
  INPUT_TOO_LARGE: 'PAYLOAD_TOO_LARGE',
  TOO_MANY_ATTEMPTS: 'TOO_MANY_REQUESTS',
  ENGINE_DOWN: 'SERVICE_UNAVAILABLE',
  TELEPHONY_DOWN: 'SERVICE_UNAVAILABLE',
  STORE_BUSY: 'SERVICE_UNAVAILABLE',
  STORE_FULL: 'SERVICE_UNAVAILABLE',
  STORE_FAILED: 'INTERNAL_SERVER_ERROR',
  UNEXPECTED: 'INTERNAL_SERVER_ERROR',
}

/** A problem on its way to a caller of the API. */
export class ProblemError extends TRPCError {
  constructor(
    readonly problem: Problem,
    readonly diagnostics?: readonly Diagnostic[],
    cause?: unknown,
  ) {
    super({ code: trpcCodes[problem.code] ?? 'BAD_REQUEST', message: problem.message, cause })
  }
}

/** The value of a result, or its problem thrown: for procedures, whose callers see it as `data.problem`. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new ProblemError(result.error)
}
