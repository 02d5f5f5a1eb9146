import { failed, type Json, type NodeResult } from '@/engine/flow'
import type { NodeRun } from '@/engine/ports'
import type { Config } from './schema'

/** Evaluates all values against what the variables held before, then sets them together. */
export const run: NodeRun<Config> = async (config, context): Promise<NodeResult> => {
  const assign: Record<string, Json> = {}
  for (const { variable, value } of config.assignments) {
    const result = context.evaluate(value)
    if (!result.ok) return failed(result.error)
    assign[variable] = result.value
  }
  return { outcome: 'done', assign, output: assign }
}
