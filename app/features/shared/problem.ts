import { TRPCClientError } from '@trpc/client'
import { type ErrorCode, errorCodes, type Problem } from '@/engine/errors'

/** What a page can say of a failure: one of the product's codes, or that the server could not be reached, or that it broke. */
export type PageProblem = {
  readonly code: ErrorCode | 'OFFLINE' | 'NOT_AN_ANSWER' | 'UNEXPECTED'
  readonly message: string
  readonly params?: Problem['params']
}

/** `problemOf(error).code === 'DRAFT_STALE'`: the product's code inside any thrown value. */
export function problemOf(error: unknown): PageProblem {
  if (isProblem(error)) return error
  if (error instanceof TRPCClientError) {
    const carried: unknown = error.data && typeof error.data === 'object' && 'problem' in error.data ? error.data.problem : undefined
    if (isProblem(carried)) return carried
    const { response } = error.meta ?? {}
    const status = response instanceof Response ? response.status : undefined
    if (error.data || status === 500) return { code: 'UNEXPECTED', message: error.message }
    // What came back was not JSON: a server that starts, or something else at its address. 502 and the like are of what
    // stands before a server that is not there.
    const answered = error.cause instanceof SyntaxError && (status === undefined || status < 502 || status > 504)
    return { code: answered ? 'NOT_AN_ANSWER' : 'OFFLINE', message: error.message }
  }
  return { code: 'UNEXPECTED', message: error instanceof Error ? error.message : String(error) }
}

function isProblem(value: unknown): value is Problem {
  if (typeof value !== 'object' || value === null || !('code' in value) || !('message' in value)) return false
  return errorCodes.some((code) => code === value.code) && typeof value.message === 'string'
}
