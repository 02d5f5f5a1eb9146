import { fail, ok, type Result } from '@/engine/errors'
import type { Database, DatabaseTransaction, Flow } from '@/prisma/client'

/** A flow that is there and not archived. */
export async function findFlow(prisma: Database | DatabaseTransaction, flowId: string): Promise<Result<Flow>> {
  const flow = await prisma.flow.findUnique({ where: { id: flowId } })
  if (!flow || flow.archivedAt) return noFlow()
  return ok(flow)
}

/** A flow given by its id, its exact name, or a number that leads to it: what a person types. */
export async function findFlowByWord(prisma: Database, word: string): Promise<Result<Flow>> {
  const flows = await prisma.flow.findMany({
    where: { archivedAt: null, OR: [{ id: word }, { name: word }, { entryPoints: { some: { kind: 'number', key: word } } }] },
    take: 2,
  })
  const [flow, other] = flows
  if (!flow) return fail('NOT_FOUND', `There is no flow "${word}".`, { what: word })
  if (other) return fail('CONFLICT', `Several flows are called "${word}"; name one by its id.`, { what: word })
  return ok(flow)
}

export function noFlow(): Result<never> {
  return fail('NOT_FOUND', 'This flow is not there (any more).')
}
