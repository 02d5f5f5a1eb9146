import type { TRPCError } from '@trpc/server'
import { ZodError, type z } from 'zod'
import type { ErrorCode, Problem } from '@/engine/errors'
import { ProblemError } from './problem-error'
import { storeProblem } from './store-problem'

const ofTrpcCode: Partial<Record<TRPCError['code'], ErrorCode>> = {
  UNAUTHORIZED: 'UNAUTHENTICATED',
  FORBIDDEN: 'FORBIDDEN',
  NOT_FOUND: 'NOT_FOUND',
  PAYLOAD_TOO_LARGE: 'INPUT_TOO_LARGE',
  BAD_REQUEST: 'INPUT_INVALID',
  PARSE_ERROR: 'INPUT_INVALID',
  METHOD_NOT_SUPPORTED: 'INPUT_INVALID',
}

/** What may be told of an error: a problem with its code; of the unforeseen only that it happened. */
export function problemOf(error: TRPCError): ProblemError {
  if (error instanceof ProblemError) return error
  if (error.cause instanceof ZodError) return new ProblemError(inputProblem(error.cause), undefined, error.cause)
  const store = storeProblem(error.cause)
  if (store) return new ProblemError(store, undefined, error.cause)
  const code = ofTrpcCode[error.code]
  if (code) return new ProblemError({ code, message: error.message }, undefined, error.cause)
  return new ProblemError(
    { code: 'UNEXPECTED', message: 'Something unexpected happened; the log of the web process has the details.' },
    undefined,
    error.cause ?? error,
  )
}

function inputProblem(error: ZodError): Problem {
  const issue = error.issues[0]
  const field = issue?.path.map(String).join('.') || 'input'
  const reason = issue?.message ?? 'not valid'
  return { code: 'INPUT_INVALID', message: `${field}: ${reason}`, params: { field, reason, rule: issue ? ruleOf(issue) : 'form' } }
}

/** Which kind of rule was broken, for pages to say in their reader's language. */
function ruleOf(issue: z.core.$ZodIssue): 'missing' | 'short' | 'long' | 'form' {
  if (issue.code === 'too_small') return issue.origin === 'string' && Number(issue.minimum) === 1 ? 'missing' : 'short'
  return issue.code === 'too_big' ? 'long' : 'form'
}
