import { type Pattern, PatternError, parsePattern } from './parse'

type State =
  | { readonly kind: 'char'; readonly accepts: (char: string) => boolean; readonly next: number }
  | { readonly kind: 'start' | 'end'; readonly next: number }
  | { readonly kind: 'split'; readonly next: readonly number[] }
  | { readonly kind: 'found' }

const MOST_STATES = 2000
const LONGEST_PATTERN = 500

/** A pattern ready to be asked; throws `PatternError` where it is not one. */
export function compilePattern(source: string): (text: string) => boolean {
  if (source.length > LONGEST_PATTERN) throw new PatternError('The pattern is too long.')
  const states: State[] = [{ kind: 'found' }]
  const start = build(parsePattern(source), 0, states)
  return (text) => search(states, start, text)
}

function add(states: State[], state: State): number {
  if (states.length >= MOST_STATES) throw new PatternError('The pattern is too large.')
  return states.push(state) - 1
}

/** Thompson's construction, from the end to the beginning: returns the state that begins the part. */
function build(part: Pattern, next: number, states: State[]): number {
  switch (part.kind) {
    case 'char':
      return add(states, { kind: 'char', accepts: part.accepts, next })
    case 'start':
    case 'end':
      return add(states, { kind: part.kind, next })
    case 'sequence':
      return part.parts.reduceRight((after, inner) => build(inner, after, states), next)
    case 'either':
      return add(states, { kind: 'split', next: part.parts.map((inner) => build(inner, next, states)) })
    case 'repeat':
      return buildRepeat(part, next, states)
  }
}

function buildRepeat({ part, min, max }: Pattern & { kind: 'repeat' }, next: number, states: State[]): number {
  let at = next
  if (max === Number.POSITIVE_INFINITY) {
    const ways: number[] = []
    at = add(states, { kind: 'split', next: ways })
    ways.push(build(part, at, states), next)
  } else {
    for (let extra = min; extra < max; extra++) at = add(states, { kind: 'split', next: [build(part, at, states), next] })
  }
  for (let required = 0; required < min; required++) at = build(part, at, states)
  return at
}

/**
 * Whether the pattern is found anywhere in the text. All ways are followed at once, so the time is bounded by
 * text × pattern whatever the pattern is; JavaScript's own engine can take exponential time.
 */
function search(states: readonly State[], start: number, text: string): boolean {
  const chars = [...text]
  let current = new Set<number>()
  for (let at = 0; at <= chars.length; at++) {
    const open = [start, ...current]
    const here = new Set<number>()
    while (open.length > 0) {
      const index = open.pop() ?? 0
      if (here.has(index)) continue
      here.add(index)
      const state = states[index]
      if (state?.kind === 'found') return true
      if (state?.kind === 'split') open.push(...state.next)
      if (state?.kind === 'start' && at === 0) open.push(state.next)
      if (state?.kind === 'end' && at === chars.length) open.push(state.next)
    }
    current = new Set()
    for (const index of here) {
      const state = states[index]
      const char = chars[at]
      if (state?.kind === 'char' && char !== undefined && state.accepts(char)) current.add(state.next)
    }
  }
  return false
}
