import { failed, type NodeResult, type Prompt } from '@/engine/flow'
import type { NodeRun } from '@/engine/ports'
import type { Config } from './schema'

/** Asks until a listed key is pressed, or one of the two kinds of tries is used up. */
export const run: NodeRun<Config> = async (config, context): Promise<NodeResult> => {
  let timeouts = 0
  let misses = 0
  let prompts: readonly Prompt[] = config.prompts
  for (let attempt = 1; ; attempt++) {
    const heard = await context.media.gather(`ask-${attempt}`, {
      prompts,
      bargeIn: config.bargeIn,
      maxDigits: 1,
      terminator: '',
      timeoutMs: config.timeoutSeconds * 1000,
      interDigitMs: config.timeoutSeconds * 1000,
    })
    if (!heard.ok) return failed(heard.error)
    const again = config.repeatPrompts ? config.prompts : []
    if (heard.value.kind === 'timeout') {
      if (++timeouts > config.timeoutRetries) return { outcome: 'timeout', output: { tries: attempt } }
      prompts = [...config.timeoutPrompts, ...again]
      continue
    }
    const key = heard.value.digits
    if (config.options.some((option) => option.key === key)) {
      return {
        outcome: `matched:${key}`,
        ...(config.variable ? { assign: { [config.variable]: key } } : {}),
        output: { key, tries: attempt },
      }
    }
    if (++misses > config.noMatchRetries) return { outcome: 'no-match', output: { key, tries: attempt } }
    prompts = [...config.noMatchPrompts, ...again]
  }
}
