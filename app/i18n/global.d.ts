import type messages from './en'
import type { Locale } from './locales'

// A key that does not exist in English is a type error; the other language is compared in messages.test.ts.
declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: typeof messages
  }
}
