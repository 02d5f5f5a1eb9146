import { container } from '@/app/server/container'
import { isHealthy, readHealth } from '@/app/server/services/system/health'

export const dynamic = 'force-dynamic'

/** For monitors, load balancers and the start: 200 while calls can come in, 503 while something is missing. */
export async function GET(): Promise<Response> {
  const health = await readHealth(container().services)
  const healthy = isHealthy(health)
  const { telephony, problem, ...rest } = health
  // Anybody may ask: what the problem is about (addresses) is for those who are signed in.
  const told = problem && { code: problem.code, message: problem.message }
  return Response.json(
    { status: healthy ? 'ok' : 'incomplete', ...rest, problem: told, asterisk: telephony },
    { status: healthy ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  )
}
