import { failed, type NodeResult, type Prompt } from '@/engine/flow'
import type { NodeContext, NodeRun } from '@/engine/ports'
import type { Config } from './schema'

/** The keys of the review: keep, hear, again. */
const KEEP = '1'
const HEAR = '2'
const AGAIN = '3'
/** Takes, and times a recording is reviewed, before it is kept as it is. */
const MAX_TAKES = 5
const MAX_REVIEWS = 10

type Review = 'keep' | 'again'

/** Records a message; with a review the caller may hear it and say it again. A caller who hangs up has left it. */
export const run: NodeRun<Config> = async (config, context): Promise<NodeResult> => {
  if (config.prompts.length > 0) {
    const said = await context.media.play('prompt', config.prompts)
    if (!said.ok) return failed(said.error)
  }
  for (let take = 1; ; take++) {
    const { maxSeconds, silenceSeconds, beep, terminator } = config
    const key = `message-${take}`
    const recorded = await context.media.record(key, { maxSeconds, silenceSeconds, beep, terminator })
    if (!recorded.ok) return failed(recorded.error)
    const { recordingId, durationMs } = recorded.value
    const output = { recordingId, seconds: Math.round(durationMs / 100) / 10, takes: take }
    if (durationMs === 0 || durationMs < config.minSeconds * 1000) {
      await context.media.discard(key)
      return { outcome: 'too-short', output }
    }
    const wish = config.review && take < MAX_TAKES ? await review(config, context, recordingId, take) : 'keep'
    if (wish === 'again') {
      await context.media.discard(key)
      continue
    }
    if (wish !== 'keep') return wish
    return { outcome: 'recorded', ...(config.variable ? { assign: { [config.variable]: recordingId } } : {}), output }
  }
}

/** Asks what to do with it; no answer keeps it. */
async function review(config: Config, context: NodeContext, recordingId: string, take: number): Promise<Review | NodeResult> {
  for (let round = 1; round <= MAX_REVIEWS; round++) {
    const asked = await context.media.gather(`review-${take}-${round}`, {
      prompts: config.reviewPrompts.length > 0 ? config.reviewPrompts : [question(context.language)],
      bargeIn: true,
      maxDigits: 1,
      terminator: '',
      timeoutMs: 6000,
      interDigitMs: 6000,
    })
    if (!asked.ok) return failed(asked.error)
    if (asked.value.kind === 'timeout' || asked.value.digits === KEEP) return 'keep'
    if (asked.value.digits === AGAIN) return 'again'
    if (asked.value.digits !== HEAR) continue
    const heard = await context.media.play(`hear-${take}-${round}`, [{ kind: 'sound', sound: `recording:${recordingId}` }], {
      bargeIn: true,
    })
    if (!heard.ok) return failed(heard.error)
  }
  return 'keep'
}

/** What is asked where the analyst wrote nothing: in the flow's language, or in English words and an English voice. */
function question(language: string): Prompt {
  return language.toLowerCase().startsWith('zh')
    ? { kind: 'text', text: `保留留言请按 ${KEEP}，收听请按 ${HEAR}，重新录制请按 ${AGAIN}。` }
    : {
        kind: 'text',
        text: `To keep your message press ${KEEP}. To hear it press ${HEAR}. To record it again press ${AGAIN}.`,
        language: 'en',
      }
}
