import type { SummaryLine } from './node-kit'
import type { Prompt } from './prompt'

/** A prompt list as lines of a node's card. */
export function promptLines(prompts: readonly Prompt[]): SummaryLine[] {
  return prompts.map((prompt) => ({ kind: 'says', text: wordsOf(prompt) }))
}

function wordsOf(prompt: Prompt): string {
  switch (prompt.kind) {
    case 'text':
      return prompt.text
    case 'sound':
      return `♪ ${prompt.sound}`
    case 'value':
      return `{{ ${prompt.value} }}`
  }
}
