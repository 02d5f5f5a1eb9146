import { type CompileEnvironment, moduleSignature } from '@/engine/compiler'
import type { CheckContext, PublishedModule } from '@/engine/flow'
import { nodeDefinitions } from '@/nodes/registry.schema'
import type { Database } from '@/prisma/client'
import { readDocument } from './documents'

/** What a flow of this instance may refer to: live modules, secrets, sounds. */
export async function compileEnvironment(prisma: Database, flowId: string | null): Promise<CompileEnvironment> {
  const [modules, secrets, sounds] = await Promise.all([
    publishedModules(prisma),
    prisma.secret.findMany({ select: { name: true } }),
    prisma.sound.findMany({ select: { name: true } }),
  ])
  return { flowId, modules, secrets: new Set(secrets.map(({ name }) => name)), sounds: new Set(sounds.map(({ name }) => name)) }
}

/** The same, as `validate` takes it. */
export function checkContext(environment: CompileEnvironment): CheckContext {
  const modules = [...environment.modules].map(([id, module]) => [id, moduleSignature(id, module.document, nodeDefinitions)] as const)
  return { ...environment, modules: new Map(modules) }
}

async function publishedModules(prisma: Database): Promise<ReadonlyMap<string, PublishedModule>> {
  const flows = await prisma.flow.findMany({
    where: { kind: 'module', archivedAt: null, liveVersionId: { not: null } },
    select: { id: true, liveVersion: { select: { number: true, document: true } } },
    orderBy: { name: 'asc' },
  })
  const modules = flows.flatMap(({ id, liveVersion }) => {
    const read = liveVersion && readDocument(liveVersion.document)
    // One that this build cannot read is no longer offered; steps that run it get "module unknown".
    return liveVersion && read?.ok ? [[id, { flowId: id, version: liveVersion.number, document: read.value.document }] as const] : []
  })
  return new Map(modules)
}
