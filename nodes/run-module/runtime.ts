import { failed, type Json, type NodeResult } from '@/engine/flow'
import type { NodeRun } from '@/engine/ports'
import type { Config } from './schema'

/** Works the inputs out in the caller's variables; they become the first values of the module's own. */
export const run: NodeRun<Config> = async (config, context): Promise<NodeResult> => {
  const assign: Record<string, Json> = {}
  for (const { name, value } of config.inputs) {
    const result = context.evaluate(value)
    if (!result.ok) return failed(result.error)
    assign[name] = result.value
  }
  context.noteInput(assign)
  return { outcome: 'entered', assign }
}
