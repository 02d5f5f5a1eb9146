import type { StoreProblem } from './store'

/** What PostgreSQL's error (SQLSTATE) or a broken connection means to a call in progress. */
export function postgresProblem(error: unknown): StoreProblem {
  const state = error instanceof Error && 'code' in error ? String(error.code) : ''
  const reason = error instanceof Error ? error.message : String(error)
  // 53: out of resources (53100 disk full).
  if (state === '53100') return { code: 'STORE_FULL', refused: false, message: 'The disk of the database is full.', params: { reason } }
  // Lock not available, deadlock, serialization failure.
  if (state === '55P03' || state.startsWith('40')) {
    return { code: 'STORE_BUSY', refused: false, message: 'The database is locked by another process.', params: { reason } }
  }
  // 22: data that no column takes; 23: constraints.
  const refused = /^2[23]/.test(state)
  return { code: 'STORE_FAILED', refused, message: `The database refused a write: ${reason}`, params: { reason, state } }
}
