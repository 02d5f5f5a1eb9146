import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { LOCALE_COOKIE, type Locale, pickLocale } from './locales'

const messages: Readonly<Record<Locale, () => Promise<{ default: Messages }>>> = {
  en: () => import('./en'),
  'zh-CN': () => import('./zh-CN'),
}
type Messages = typeof import('./en')['default']

/** Language of this request: the cookie's, else the browser's. */
export default getRequestConfig(async () => {
  const locale = pickLocale((await cookies()).get(LOCALE_COOKIE)?.value, (await headers()).get('accept-language'))
  return { locale, messages: (await messages[locale]()).default, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone }
})
