import { ok, type Result } from '@/engine/errors'
import { failed, type NodeResult, type Prompt } from '@/engine/flow'
import type { NodeContext, NodeRun } from '@/engine/ports'
import type { Config } from './schema'
import { isCardNumber, isDate } from './valid'

/** What the trace shows of masked digits: not even how many there were. */
const DOTS = '••••'

/** Asks for digits until they are valid or the tries are used up. */
export const run: NodeRun<Config> = async (config, context): Promise<NodeResult> => {
  let prompts: readonly Prompt[] = config.prompts
  for (let attempt = 1; ; attempt++) {
    const heard = await context.media.gather(`ask-${attempt}`, {
      prompts,
      bargeIn: config.bargeIn,
      maxDigits: config.maxDigits,
      terminator: config.terminator === 'none' ? '' : config.terminator,
      timeoutMs: config.firstDigitSeconds * 1000,
      interDigitMs: config.interDigitSeconds * 1000,
      masked: config.masked,
    })
    if (!heard.ok) return failed(heard.error)
    const last = attempt > config.retries
    const again = config.repeatPrompts ? config.prompts : []
    if (heard.value.kind === 'timeout') {
      if (last) return { outcome: 'timeout', output: { tries: attempt } }
      prompts = [...config.timeoutPrompts, ...again]
      continue
    }
    const { digits } = heard.value
    const shown = config.masked ? DOTS : digits
    const valid = isValid(config, digits, context)
    if (!valid.ok) return failed(valid.error)
    if (valid.value) {
      const value = config.masked ? context.seal(digits) : digits
      return { outcome: 'collected', assign: { [config.variable]: value }, output: { digits: shown, tries: attempt } }
    }
    if (last) return { outcome: 'invalid', output: { digits: shown, tries: attempt } }
    prompts = [...config.invalidPrompts, ...again]
  }
}

function isValid(config: Config, digits: string, context: NodeContext): Result<boolean> {
  if (digits.length < config.minDigits || digits.length > config.maxDigits) return ok(false)
  switch (config.format) {
    case 'any':
      return ok(true)
    case 'card':
      return ok(isCardNumber(digits))
    case 'date':
      return ok(isDate(digits))
    case 'expression': {
      const result = context.evaluate(config.valid, { input: digits })
      return result.ok ? ok(result.value === true) : result
    }
  }
}
