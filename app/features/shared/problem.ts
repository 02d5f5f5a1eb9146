import { TRPCClientError } from '@trpc/client'
import { type ErrorCode, errorCodes, type Problem } from '@/engine/errors'

/** What a page can say of a failure: one of the product's codes, or that the server could not be reached, or that it broke. */
export type PageProblem = {
  readonly code: ErrorCode | 'OFFLINE' | 'UNEXPECTED'
  readonly message: string
  readonly params?: Problem['params']
}

/** `problemOf(error).code === 'DRAFT_STALE'`: the product's code inside any thrown value. */
export function problemOf(error: unknown): PageProblem {
  if (isProblem(error)) return error
  if (error instanceof TRPCClientError) {
    const carried: unknown = error.data && typeof error.data === 'object' && 'problem' in error.data ? error.data.problem : undefined
    if (isProblem(carried)) return carried
    // No data at all: the answer never came, or was not ours. A 500 is the server's own, though; 502 and the like are of what stands before it.
    const { response } = error.meta ?? {}
    const broke = error.data || (response instanceof Response && response.status === 500)
    return { code: broke ? 'UNEXPECTED' : 'OFFLINE', message: error.message }
  }
  return { code: 'UNEXPECTED', message: error instanceof Error ? error.message : String(error) }
}

function isProblem(value: unknown): value is Problem {
  if (typeof value !== 'object' || value === null || !('code' in value) || !('message' in value)) return false
  return errorCodes.some((code) => code === value.code) && typeof value.message === 'string'
}
