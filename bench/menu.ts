/**
 * The menu that is measured, written down once: the flow document, the dialplan and the hand-written script are all made
 * from it, so that they say the same words and follow the same rules.
 */
export type Step =
  | { readonly kind: 'menu'; readonly id: string; readonly text: string; readonly choices: Readonly<Record<string, string>> }
  | { readonly kind: 'say'; readonly id: string; readonly text: string; readonly next: string }
  | { readonly kind: 'end'; readonly id: string; readonly text: string }

export const steps: readonly Step[] = [
  { kind: 'menu', id: 'main', text: 'For departments press two. To end press zero.', choices: { 2: 'departments', 0: 'bye' } },
  { kind: 'menu', id: 'departments', text: 'For sales press one. To go back press nine.', choices: { 1: 'sales', 9: 'main' } },
  { kind: 'say', id: 'sales', text: 'Sales is open.', next: 'main' },
  { kind: 'end', id: 'bye', text: 'Goodbye.' },
]

export const first = 'main'

/** A key interrupts a question; a missing or a wrong key is asked for again so often, then the call ends. */
export const rules = { timeoutSeconds: 5, retries: 2, giveUp: 'bye' } as const

/** The calls of a load: each key, pressed into the prompt before, and the prompts that must follow. */
export const walk = [
  ['2', 'departments'],
  ['1', 'sales', 'main'],
  ['0', 'bye'],
] as const satisfies readonly (readonly [key: string, ...said: string[]])[]
