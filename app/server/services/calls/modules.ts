import { z } from 'zod'
import type { FlowDocument } from '@/engine/flow'
import type { Database } from '@/prisma/client'
import { readDocument } from '../flows/documents'

/** A module as it was drawn in the version that a flow's version has in it. */
export interface CallModule {
  /** Path of the step that runs it, `outer` or `outer.inner`. */
  readonly scope: string
  readonly flowId: string
  readonly versionId: string
  readonly versionNumber: number
  readonly document: FlowDocument
}

/** Of a compiled flow only which modules stand where. */
const Compiled = z.object({ scopes: z.record(z.string(), z.object({ flowId: z.string().nullable(), version: z.number().nullable() })) })

/** Reads the modules of versions; those of one version once, however many runs it has. */
export function moduleReader(prisma: Database) {
  const known = new Map<string, Promise<readonly CallModule[]>>()
  return (versionId: string): Promise<readonly CallModule[]> => {
    const read = known.get(versionId) ?? readModules(prisma, versionId)
    known.set(versionId, read)
    return read
  }
}

async function readModules(prisma: Database, versionId: string): Promise<readonly CallModule[]> {
  const { compiled } = await prisma.flowVersion.findUniqueOrThrow({ where: { id: versionId }, select: { compiled: true } })
  const parsed = Compiled.safeParse(JSON.parse(compiled))
  const scopes = Object.entries(parsed.data?.scopes ?? {}).flatMap(([scope, { flowId, version }]) =>
    scope !== '' && flowId !== null && version !== null ? [{ scope, flowId, number: version }] : [],
  )
  if (scopes.length === 0) return []
  const versions = await prisma.flowVersion.findMany({
    where: { OR: scopes.map(({ flowId, number }) => ({ flowId, number })) },
    select: { id: true, flowId: true, number: true, document: true },
  })
  return scopes.flatMap(({ scope, flowId, number }) => {
    const version = versions.find((other) => other.flowId === flowId && other.number === number)
    const read = version && readDocument(version.document)
    // one that this build cannot read is not drawn; its steps keep their types' names
    return version && read?.ok ? [{ scope, flowId, versionId: version.id, versionNumber: number, document: read.value.document }] : []
  })
}
