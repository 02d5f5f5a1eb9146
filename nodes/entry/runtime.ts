import { failed } from '@/engine/flow'
import type { NodeRun } from '@/engine/ports'
import type { Config } from './schema'

export const run: NodeRun<Config> = async (config, context) => {
  if (!config.answer) return { outcome: 'start' }
  const answered = await context.media.answer()
  return answered.ok ? { outcome: 'start' } : failed(answered.error)
}
