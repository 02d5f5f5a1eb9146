import { failed } from '@/engine/flow'
import type { NodeRun } from '@/engine/ports'
import type { Config } from './schema'

export const run: NodeRun<Config> = async (config, context) => {
  const played = await context.media.play('prompt', config.prompts, { bargeIn: config.bargeIn })
  return played.ok ? { outcome: 'done', output: { played: played.value } } : failed(played.error)
}
