import { LOCALE_COOKIE, type Locale } from '@/app/i18n/locales'

/** Shows this browser another language from the next request on. */
export function rememberLocale(locale: Locale) {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
  document.cookie = `${LOCALE_COOKIE}=${locale}; path=/; max-age=31536000; samesite=lax`
}
