import type { Database } from '@/prisma/client'

/** What `storeContract` expects to find. */
export async function seedStore(database: Database): Promise<void> {
  for (const id of ['f1', 'f2']) await database.flow.create({ data: { id, name: id, kind: 'ivr' } })
  for (const number of [1, 2]) {
    await database.flowVersion.create({
      data: { id: `v${number}`, flowId: 'f1', number, note: '', document: '{}', hash: `${number}`, compiled: `{"v":${number}}` },
    })
  }
  await database.flow.update({ where: { id: 'f1' }, data: { liveVersionId: 'v1' } })
  await database.sound.create({ data: { id: 'so1', name: 'welcome', file: 'sounds/abc', durationMs: 1 } })
  await database.secret.create({ data: { id: 'se1', name: 'crm', ciphertext: 'v1.sealed' } })
  await database.entryPoint.create({ data: { id: 'e1', key: '7000', flowId: 'f1' } })
  await database.entryPoint.create({ data: { id: 'e2', key: '7001', flowId: 'f2' } })
}

/** The store's rows as Prisma, the rest of the product, sees them. */
export function seenByPrisma(database: Database) {
  const ms = (at: Date | null) => (at === null ? null : at.getTime())
  return {
    async steps(sessionId: string) {
      const rows = await database.step.findMany({ where: { sessionId }, orderBy: { visit: 'asc' } })
      return rows.map((row) => ({ ...row, enteredAt: ms(row.enteredAt), leftAt: ms(row.leftAt) }))
    },
    async interaction(id: string) {
      const row = await database.interaction.findUniqueOrThrow({ where: { id } })
      const { channel: _channel, direction: _direction, ...rest } = row
      return { ...rest, startedAt: ms(row.startedAt), endedAt: ms(row.endedAt) }
    },
    async recordings() {
      const rows = await database.recording.findMany()
      return rows.map(({ heardAt: _heardAt, heardById: _heardById, ...row }) => ({ ...row, createdAt: ms(row.createdAt) }))
    },
  }
}
