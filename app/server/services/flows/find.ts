import { fail, ok, type Result } from '@/engine/errors'
import type { Database, DatabaseTransaction, Flow } from '@/prisma/client'

/** A flow that is there and not archived. */
export async function findFlow(prisma: Database | DatabaseTransaction, flowId: string): Promise<Result<Flow>> {
  const flow = await prisma.flow.findUnique({ where: { id: flowId } })
  if (!flow || flow.archivedAt) return noFlow()
  return ok(flow)
}

export function noFlow(): Result<never> {
  return fail('NOT_FOUND', 'This flow is not there (any more).')
}
