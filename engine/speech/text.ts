/** A text as it is spoken and cached: one line, no control characters. */
export function spokenText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
}

/** Whether there is a letter or a digit, of any script. */
export function isSpeakable(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}

const plain: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': ', ',
  '—': ', ',
  '…': '.',
  ß: 'ss',
  æ: 'ae',
  ø: 'o',
}

/**
 * A text in the letters that an English-only voice knows: `It’s a café` → `It's a cafe`. Undefined when letters of other
 * scripts remain, which such a voice would leave out.
 */
export function plainEnglish(text: string): string | undefined {
  const ascii = text
    .replace(/[‘’“”–—…ßæø]/g, (char) => plain[char] ?? char)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
  return /[^\p{ASCII}]/u.test(ascii) && /[\p{L}\p{N}]/u.test(ascii.replace(/\p{ASCII}/gu, ''))
    ? undefined
    : ascii.replace(/[^\p{ASCII}]/gu, ' ')
}
