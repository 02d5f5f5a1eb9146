import type { Problem } from '@/engine/errors'
import type { NodeResult } from './machine'

/** A step that could not do its work: leaves by `error` with the problem's code and sentence. */
export function failed(problem: Problem): NodeResult {
  return { outcome: 'error', error: { code: problem.code, message: problem.message } }
}
