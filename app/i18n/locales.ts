/** Languages of the product, the first being the default. */
export const locales = ['en', 'zh-CN'] as const
export type Locale = (typeof locales)[number]
export const defaultLocale: Locale = 'en'

/** Cookie that remembers the language someone chose. */
export const LOCALE_COOKIE = 'patchbay-locale'

/** The languages as their speakers write them. */
export const localeNames: Readonly<Record<Locale, string>> = { en: 'English', 'zh-CN': '简体中文' }

/** Narrows a cookie's or a profile's value. */
export function isLocale(value: string | null | undefined): value is Locale {
  return locales.some((locale) => locale === value)
}

/** `pickLocale(undefined, 'zh-TW,zh;q=0.9,en;q=0.8')` → `'zh-CN'`: the chosen language, else the browser's best one that we have. */
export function pickLocale(chosen: string | null | undefined, acceptLanguage: string | null | undefined): Locale {
  if (isLocale(chosen)) return chosen
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...params] = part.trim().toLowerCase().split(';')
      const quality = params.map((param) => /^\s*q=([\d.]+)$/.exec(param)?.[1]).find((q) => q !== undefined)
      return { language: tag.split('-')[0] ?? '', quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
  for (const { language } of wanted) {
    const match = locales.find((locale) => locale.split('-')[0] === language)
    if (match) return match
  }
  return defaultLocale
}
