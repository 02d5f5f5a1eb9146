import type { Problem } from '@/engine/errors'

/** A problem as an HTTP answer, for routes that are no tRPC procedures. */
export function problemResponse(status: number, problem: Problem, headers: Record<string, string> = {}): Response {
  return Response.json(problem, { status, headers: { 'cache-control': 'no-store', ...headers } })
}
