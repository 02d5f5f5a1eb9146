import { ok, type Result } from '@/engine/errors'
import type { ModuleSignature } from '@/engine/flow'
import type { Database } from '@/prisma/client'
import { checkContext, compileEnvironment } from './environment'
import { findFlow } from './find'

export interface FlowSurroundings {
  readonly modules: readonly ModuleSignature[]
  readonly secrets: readonly string[]
  readonly sounds: readonly { readonly name: string; readonly durationMs: number }[]
}

/** What the steps of a flow may name; of secrets the names alone. A module is not offered itself. */
export async function flowContext(prisma: Database, flowId: string): Promise<Result<FlowSurroundings>> {
  const flow = await findFlow(prisma, flowId)
  if (!flow.ok) return flow
  const { modules, secrets } = checkContext(await compileEnvironment(prisma, flowId))
  const sounds = await prisma.sound.findMany({ select: { name: true, durationMs: true }, orderBy: { name: 'asc' } })
  return ok({
    modules: [...modules.values()].filter((module) => module.flowId !== flowId),
    secrets: secrets === 'unknown' ? [] : [...secrets].sort(),
    sounds,
  })
}
