/** Values for a sentence's placeholders. */
export type SentenceParams = Readonly<Record<string, string | number>>

/**
 * Fills a sentence in: `{name}` and `{name, select, one {…} other {…}}`, nested. The part of ICU's message format that
 * our sentences use, so that compiler and CLI say the same words as the pages, which use a whole ICU library.
 */
export function fillSentence(sentence: string, params: SentenceParams = {}): string {
  let out = ''
  for (let at = 0; at < sentence.length; ) {
    if (sentence[at] !== '{') {
      out += sentence[at++]
      continue
    }
    const end = closing(sentence, at)
    out += placeholder(sentence.slice(at + 1, end), params)
    at = end + 1
  }
  return out
}

function placeholder(inside: string, params: SentenceParams): string {
  const select = /^\s*(\w+)\s*,\s*select\s*,/.exec(inside)
  if (!select) return String(params[inside.trim()] ?? `{${inside}}`)
  const cases = readCases(inside.slice(select[0].length))
  const chosen = cases.get(String(params[select[1] ?? ''])) ?? cases.get('other') ?? ''
  return fillSentence(chosen, params)
}

function readCases(text: string): Map<string, string> {
  const cases = new Map<string, string>()
  for (let at = text.indexOf('{'), from = 0; at !== -1; at = text.indexOf('{', from)) {
    const end = closing(text, at)
    cases.set(text.slice(from, at).trim(), text.slice(at + 1, end))
    from = end + 1
  }
  return cases
}

/** Index of the brace that closes the one at `open`; the text's end where there is none. */
function closing(text: string, open: number): number {
  let depth = 0
  for (let at = open; at < text.length; at++) {
    if (text[at] === '{') depth++
    if (text[at] === '}' && --depth === 0) return at
  }
  return text.length
}
