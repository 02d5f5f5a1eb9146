/** espeak-ng's voices by language (BCP 47, lower case), read from `espeak-ng --voices`. */
export function readVoices(listing: string): ReadonlySet<string> {
  const rows = listing
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
  // `mb/…`: voices of another program, listed whether it is there or not.
  return new Set(rows.flatMap(([, language, , , file]) => (language && file && !file.startsWith('mb/') ? [language.toLowerCase()] : [])))
}

/** Where a language is spoken by another name. Mandarin: plain `cmn` of 1.51 speaks the tone numbers aloud. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  zh: ['cmn-latn-pinyin', 'cmn'],
  cmn: ['cmn-latn-pinyin', 'cmn'],
  'zh-hk': ['yue'],
  'zh-yue': ['yue'],
  no: ['nb'],
  en: ['en-us', 'en-gb'],
  fr: ['fr-fr'],
  sh: ['hr'],
  tl: ['fil', 'id'],
}

/** The voice for a language: its own (`pt-BR`), else its language's (`pt`); undefined when nobody speaks it. */
export function chooseVoice(language: string, voices: ReadonlySet<string>): string | undefined {
  const full = language.toLowerCase()
  const primary = full.split('-')[0] ?? ''
  const named = [...(otherNames[full] ?? []), ...(otherNames[primary] && !voices.has(full) ? otherNames[primary] : [])]
  return [...named, full, primary].find((voice) => voices.has(voice)) ?? [...voices].find((voice) => voice.startsWith(`${primary}-`))
}
