import type { SummaryLine } from './node-kit'
import type { Prompt } from './prompt'

/** A prompt list as lines of a node's card. */
export function promptLines(prompts: readonly Prompt[]): SummaryLine[] {
  return prompts.map((prompt): SummaryLine => {
    switch (prompt.kind) {
      case 'text':
        return { kind: 'says', text: prompt.text }
      case 'sound':
        return { kind: 'says', text: `♪ ${prompt.sound}` }
      case 'value':
        return { kind: 'says', text: `{{ ${prompt.value} }}` }
    }
  })
}
