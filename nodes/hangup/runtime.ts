import type { NodeRun } from '@/engine/ports'
import type { Config } from './schema'

export const run: NodeRun<Config> = async (config, context) => {
  if (config.prompts.length > 0) {
    // Last words that cannot be spoken must not keep the call open.
    const said = await context.media.play('goodbye', config.prompts)
    if (!said.ok) context.noteInput({ goodbye: said.error.code })
  }
  await context.media.hangup()
  return { outcome: '$end' }
}
