import type { CompiledFlow, Json } from '@/engine/flow'
import type { Speech, Utterance } from '@/engine/ports'
import { sorry } from './sentences'

/**
 * Makes the speech of all fixed texts of a flow in the background, so that no caller has to wait for it.
 * Prepared one version at a time, one text at a time: live calls come first.
 */
export function prefetcher(speech: Speech): (flow: CompiledFlow) => void {
  let queue: Promise<void> = Promise.resolve()
  return (flow) => {
    const work = async () => {
      for (const utterance of [...fixedTexts(flow), sorry(flow.language)]) await speech.say(utterance)
    }
    // What cannot be spoken is the step's problem when it is visited.
    queue = queue.then(work).catch(() => {})
  }
}

/** Text prompts without expressions, wherever they stand in the steps' configs. */
export function fixedTexts(flow: CompiledFlow): Utterance[] {
  const found = new Map<string, Utterance>()
  const walk = (value: Json): void => {
    if (typeof value !== 'object' || value === null) return
    if (!Array.isArray(value) && 'kind' in value && value.kind === 'text' && 'text' in value && typeof value.text === 'string') {
      const language = 'language' in value && typeof value.language === 'string' ? value.language : flow.language
      if (value.text.trim() !== '' && !value.text.includes('{{')) found.set(`${language} ${value.text}`, { text: value.text, language })
      return
    }
    for (const item of Object.values(value)) walk(item)
  }
  for (const node of Object.values(flow.nodes)) walk(node.config)
  return [...found.values()]
}
