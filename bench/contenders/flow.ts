import { FlowDocument } from '@/engine/flow'
import { first, rules, type Step, steps } from '../menu'

interface Drawn {
  readonly type: string
  readonly config: object
  /** Outcome → step. */
  readonly exits: Readonly<Record<string, string>>
}

/** The menu as a flow document. */
export function menuFlow(): FlowDocument {
  const entry: Drawn & { id: string } = { id: 'start', type: 'entry', config: {}, exits: { start: first } }
  const drawn = [entry, ...steps.map((step) => ({ id: step.id, ...draw(step) }))]
  return FlowDocument.parse({
    schemaVersion: 1,
    kind: 'ivr',
    name: 'Measured menu',
    variables: [],
    nodes: drawn.map(({ id, type, config }, i) => ({ id, type, version: 1, config, position: { x: i * 340, y: 0 } })),
    edges: drawn.flatMap(({ id, exits }) => Object.entries(exits).map(([outcome, to]) => ({ from: id, outcome, to }))),
    notes: [],
  })
}

function draw(step: Step): Drawn {
  const prompts = [{ kind: 'text', text: step.text }]
  switch (step.kind) {
    case 'menu': {
      const options = Object.keys(step.choices).map((key) => ({ key, label: '' }))
      const { timeoutSeconds, retries, giveUp } = rules
      return {
        type: 'menu',
        config: { prompts, options, timeoutSeconds, timeoutRetries: retries, noMatchRetries: retries },
        exits: {
          ...Object.fromEntries(Object.entries(step.choices).map(([key, to]) => [`matched:${key}`, to])),
          timeout: giveUp,
          'no-match': giveUp,
        },
      }
    }
    case 'say':
      return { type: 'play', config: { prompts }, exits: { done: step.next } }
    case 'end':
      return { type: 'hangup', config: { prompts }, exits: {} }
  }
}
