import type { Database } from '@/prisma/client'

export interface NumberAssignment {
  readonly number: string
  readonly flowId: string
  readonly flowName: string
  readonly label: string
}

/** Numbers that flows answer. */
export async function listNumbers(prisma: Database): Promise<NumberAssignment[]> {
  const rows = await prisma.entryPoint.findMany({
    where: { kind: 'number' },
    include: { flow: { select: { name: true } } },
    orderBy: { key: 'asc' },
  })
  return rows.map((row) => ({ number: row.key, flowId: row.flowId, flowName: row.flow.name, label: row.label }))
}
