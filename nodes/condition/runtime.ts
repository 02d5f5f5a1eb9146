import { failed, type NodeResult } from '@/engine/flow'
import type { NodeRun } from '@/engine/ports'
import type { Config } from './schema'

/** Takes the first branch that is true. An expression that fails is an error: the ones after it were meant for other cases. */
export const run: NodeRun<Config> = async (config, context): Promise<NodeResult> => {
  for (const { id, label, when } of config.branches) {
    const result = context.evaluate(when)
    if (!result.ok) return failed(result.error)
    // A result that depends on a masked value comes sealed; which way was taken must stay visible, so it is compared open.
    if (result.value === true || isSealedTrue(context, when)) return { outcome: `branch:${id}`, output: { branch: label || when } }
  }
  return { outcome: 'else', output: { branch: 'else' } }
}

/** Whether a masked comparison holds: a template gives its words in the clear. */
function isSealedTrue(context: Parameters<NodeRun<Config>>[1], when: string): boolean {
  const text = context.render(`{{ ${when} }}`)
  return text.ok && text.value === 'true'
}
