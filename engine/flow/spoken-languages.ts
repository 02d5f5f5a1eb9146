import type { Locale } from './locale'

/** Languages that flows may speak (BCP 47), those with sentences of our own first: what the voices read well enough. */
export const spokenLanguages = [
  ...['en', 'zh-CN'],
  ...['af', 'ar', 'az', 'bg', 'bn', 'bs', 'ca', 'cs', 'cy', 'da', 'de', 'el', 'es', 'es-419', 'et', 'eu', 'fa', 'fi', 'fr', 'ga'],
  ...['gu', 'he', 'hi', 'hr', 'hu', 'hy', 'id', 'is', 'it', 'ka', 'kk', 'kn', 'ko', 'lt', 'lv', 'mk', 'ml', 'mr', 'ms', 'mt'],
  ...['nb', 'ne', 'nl', 'pa', 'pl', 'pt', 'pt-BR', 'ro', 'ru', 'sk', 'sl', 'sq', 'sr', 'sv', 'sw', 'ta', 'te', 'tr', 'uk', 'ur'],
  ...['uz', 'vi'],
]

/** Voices that are there too, but too rough to offer (or by another name): a prompt may name them. */
const alsoSpoken = [
  ...['am', 'an', 'as', 'ba', 'be', 'bpy', 'chr', 'cmn', 'cv', 'eo', 'gd', 'gn', 'grc', 'hak', 'haw', 'ht', 'hyw', 'ia', 'io', 'ja'],
  ...['jbo', 'kl', 'kok', 'ku', 'ky', 'la', 'lb', 'lfn', 'ltg', 'mi', 'my', 'nci', 'no', 'nog', 'om', 'or', 'pap', 'qu', 'quc', 'sd'],
  ...['sh', 'shn', 'si', 'smj', 'th', 'tk', 'tl', 'tn', 'tt', 'ug', 'yue'],
]

const primaryOf = (language: string) => language.toLowerCase().split('-')[0] ?? ''
const primaries = new Set([...spokenLanguages.map(primaryOf), ...alsoSpoken])

/** Whether there is a voice for a language: its own, or its language's (`de-AT` is spoken as `de`). */
export function isSpoken(language: string): boolean {
  return /^[a-z]{2,3}(-[a-z\d]{1,8})*$/i.test(language) && primaries.has(primaryOf(language))
}

/** Where the usual name says too much or too little. */
const own: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en: { 'zh-CN': 'Chinese (Mandarin)', nb: 'Norwegian' },
  'zh-CN': { 'zh-CN': '中文（普通话）', nb: '挪威语' },
}

const usual: Readonly<Record<Locale, Intl.DisplayNames>> = {
  en: new Intl.DisplayNames('en', { type: 'language' }),
  'zh-CN': new Intl.DisplayNames('zh-CN', { type: 'language' }),
}

/** `languageName('de', 'zh-CN')` → `德语`. */
export function languageName(language: string, locale: Locale): string {
  try {
    return own[locale][language] ?? usual[locale].of(language) ?? language
  } catch {
    // No language at all.
    return language
  }
}

/** Their names by code, for a choice. */
export function languageNames(locale: Locale): Readonly<Record<string, string>> {
  return Object.fromEntries(spokenLanguages.map((language) => [language, languageName(language, locale)]))
}

/** A sentence's placeholder that is filled with the name of the language in the param. */
export function languageSelect(param: string, locale: Locale): string {
  const cases = Object.entries(languageNames(locale)).map(([language, name]) => `${language} {${name}}`)
  return `{${param}, select, ${cases.join(' ')} other {{${param}}}}`
}
