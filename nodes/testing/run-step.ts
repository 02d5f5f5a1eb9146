import type { NodeResult } from '@/engine/flow'
import { nodeRuns } from '../registry.runtime'
import { nodeDefinitions } from '../registry.schema'
import type { NodeConfigs, NodeType } from '../registry.types'
import { fakeContext, type Script } from './fake-context'

/** Runs one step by its type's own runtime, its config read by its own schema; the exit it takes must be one that it has. */
export async function runStep<T extends NodeType>(type: T, config: object, script: Script = {}) {
  const definition = nodeDefinitions.get(type)
  if (!definition) throw new Error(`no type ${type}`)
  const parsed = definition.schema.parse(config) as NodeConfigs[T] // its own schema made it
  const { context, deeds, inputs, hidden } = fakeContext(script)
  const run = nodeRuns[type] as (config: NodeConfigs[T], given: typeof context) => Promise<NodeResult> // one type's own runtime
  const result = await run(parsed, context)
  return { result, deeds, inputs, hidden, did: deeds.map(({ did }) => did) }
}

/** A prompt that is spoken. */
export function text(words: string) {
  return { kind: 'text' as const, text: words }
}
