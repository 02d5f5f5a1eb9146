import type { CheckContext, FlowKind, ModuleSignature, NodeDefinitions } from '@/engine/flow'
import { createExplain, type Explain } from '../model/explain'

export interface Sound {
  readonly name: string
  readonly durationMs: number
}

/** What the flow's steps may name: from `flows.context`, with what follows from it. */
export interface Surroundings {
  readonly modules: ReadonlyMap<string, ModuleSignature>
  readonly secrets: readonly string[]
  readonly sounds: readonly Sound[]
  readonly explain: Explain
  readonly check: CheckContext
}

export interface FlowContextData {
  readonly modules: readonly ModuleSignature[]
  readonly secrets: readonly string[]
  readonly sounds: readonly Sound[]
}

/** Null while it is not known: then nothing is said to be missing. */
export function surroundingsOf(flowId: string, kind: FlowKind, definitions: NodeDefinitions, data: FlowContextData | null): Surroundings {
  const modules = new Map((data?.modules ?? []).map((module) => [module.flowId, module]))
  return {
    modules,
    secrets: data?.secrets ?? [],
    sounds: data?.sounds ?? [],
    explain: createExplain(definitions, kind, data && modules),
    check: {
      flowId,
      modules,
      secrets: data ? new Set(data.secrets) : 'unknown',
      sounds: data ? new Set(data.sounds.map((sound) => sound.name)) : 'unknown',
    },
  }
}
