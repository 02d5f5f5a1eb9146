/** A parsed pattern. */
export type Pattern =
  | { readonly kind: 'char'; readonly accepts: (char: string) => boolean }
  | { readonly kind: 'start' | 'end' }
  | { readonly kind: 'sequence'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'either'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'repeat'; readonly part: Pattern; readonly min: number; readonly max: number }

export class PatternError extends Error {}

const classes: Readonly<Record<string, RegExp>> = { d: /\d/, D: /\D/, w: /\w/, W: /\W/, s: /\s/, S: /\S/ }
const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' }

/** Reads a regular expression: literals, `.`, classes, groups, `|`, `^`, `$`, `* + ? {m,n}`. No look-around, no back-references. */
export function parsePattern(source: string): Pattern {
  const chars = [...source]
  let at = 0
  const peek = () => chars[at]
  const next = () => chars[at++]
  const wrong = (what: string): never => {
    throw new PatternError(what)
  }

  function either(): Pattern {
    const parts = [sequence()]
    while (peek() === '|') {
      at++
      parts.push(sequence())
    }
    const [only] = parts
    return parts.length === 1 && only ? only : { kind: 'either', parts }
  }

  function sequence(): Pattern {
    const parts: Pattern[] = []
    while (at < chars.length && peek() !== '|' && peek() !== ')') parts.push(repeated())
    return { kind: 'sequence', parts }
  }

  function repeated(): Pattern {
    let part = atom()
    for (;;) {
      const times = quantifier()
      if (!times) return part
      if (part.kind === 'start' || part.kind === 'end') return wrong('An anchor cannot be repeated.')
      part = { kind: 'repeat', part, ...times }
      if (peek() === '?') at++ // lazy or greedy: the same question when only a match is asked for
    }
  }

  function quantifier(): { min: number; max: number } | undefined {
    const char = peek()
    if (char === '*' || char === '+' || char === '?') {
      at++
      return { min: char === '+' ? 1 : 0, max: char === '?' ? 1 : Number.POSITIVE_INFINITY }
    }
    if (char !== '{') return undefined
    const counted = /^\{(\d+)(,(\d*))?\}/.exec(chars.slice(at, at + 12).join(''))
    if (!counted) return undefined
    at += counted[0].length
    const min = Number(counted[1])
    const max = counted[2] === undefined ? min : counted[3] ? Number(counted[3]) : Number.POSITIVE_INFINITY
    if (min > 100 || (Number.isFinite(max) && max > 100)) wrong('A part can be repeated 100 times at most.')
    if (max < min) wrong('The repetition ends before it begins.')
    return { min, max }
  }

  function atom(): Pattern {
    const char = next()
    switch (char) {
      case '.':
        return { kind: 'char', accepts: (c) => c !== '\n' }
      case '^':
        return { kind: 'start' }
      case '$':
        return { kind: 'end' }
      case '(':
        return group()
      case '[':
        return set()
      case '\\':
        return { kind: 'char', accepts: escaped() }
      case '*':
      case '+':
      case '?':
        return wrong(`“${char}” has nothing to repeat.`)
      default:
        return { kind: 'char', accepts: (c) => c === char }
    }
  }

  function group(): Pattern {
    if (peek() === '?') {
      if (chars[at + 1] !== ':') wrong('Look-around and named groups are not supported.')
      at += 2
    }
    const inside = either()
    if (next() !== ')') wrong('A group is not closed.')
    return inside
  }

  function escaped(): (char: string) => boolean {
    const char = next()
    if (char === undefined) return wrong('The pattern ends with a backslash.')
    const known = classes[char]
    if (known) return (c) => known.test(c)
    if (/[1-9bBkpP]/.test(char)) return wrong(`“\\${char}” is not supported.`)
    const literal = escapes[char] ?? char
    return (c) => c === literal
  }

  function set(): Pattern {
    const negated = peek() === '^'
    if (negated) at++
    const members: ((char: string) => boolean)[] = []
    for (let first = true; first || peek() !== ']'; first = false) {
      const char = next()
      if (char === undefined) return wrong('A set is not closed.')
      if (char === '\\') {
        members.push(escaped())
        continue
      }
      const to = chars[at + 1]
      if (peek() === '-' && to !== undefined && to !== ']') {
        at += 2
        members.push((c) => c >= char && c <= to)
      } else members.push((c) => c === char)
    }
    at++
    return { kind: 'char', accepts: (c) => members.some((member) => member(c)) !== negated }
  }

  const pattern = either()
  if (at < chars.length) wrong('A group is closed that was not opened.')
  return pattern
}
