import { failed, type NodeResult } from '@/engine/flow'
import type { NodeRun } from '@/engine/ports'
import { type Config, MAX_SECONDS } from './schema'

/** Pauses; the end is a row, so a restart in between does not make it longer. */
export const run: NodeRun<Config> = async (config, context): Promise<NodeResult> => {
  const seconds = context.evaluate(config.seconds)
  if (!seconds.ok) return failed(seconds.error)
  if (typeof seconds.value !== 'number' || !Number.isFinite(seconds.value)) {
    return failed({ code: 'EXPRESSION_FAILED', message: 'The length of the pause is not a number of seconds.' })
  }
  const pause = Math.min(Math.max(seconds.value, 0), MAX_SECONDS)
  context.noteInput({ seconds: pause })
  await context.sleep('pause', pause * 1000)
  return { outcome: 'done' }
}
