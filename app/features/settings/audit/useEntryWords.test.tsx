import { renderHook } from '@testing-library/react'
import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { expect, test } from 'vitest'
import en from '@/app/i18n/en'
import zh from '@/app/i18n/zh-CN'
import { useEntryWords } from './useEntryWords'

const messages = { en, 'zh-CN': zh }
const words = (locale: 'en' | 'zh-CN' = 'en') =>
  renderHook(useEntryWords, {
    wrapper: ({ children }: { children: ReactNode }) => (
      <NextIntlClientProvider locale={locale} messages={messages[locale]}>
        {children}
      </NextIntlClientProvider>
    ),
  }).result.current

test('given a publication, then its version and note are told, its hash is not', () => {
  expect(words().details({ version: 3, note: 'Christmas hours', hash: 'abc' })).toBe('v3 · “Christmas hours”')
})

test('given a roll-back or a change of role, then from what to what, in the reader’s language', () => {
  expect(words().details({ from: 4, to: 2 })).toBe('v4 → v2')
  expect(words('zh-CN').details({ from: 'analyst', to: 'agent' })).toBe(`${zh.users.roles.analyst} → ${zh.users.roles.agent}`)
})

test('given a number that led elsewhere before, then both flows are named', () => {
  expect(words().details({ flow: 'Main line', before: 'Demo' })).toBe('Demo → Main line')
  expect(words().details({ flow: 'Main line', before: null })).toBe('Main line')
})

test('given changed settings, then they are called as on their page', () => {
  expect(words().subject({ action: 'settings.change', subject: 'trustedNetworks, trunk' })).toBe('Trusted networks, Trunk')
  expect(words().details({ trustedNetworks: [], trunk: null })).toBe('none · none')
})

test('given details that this build does not know, then none are told', () => {
  expect(words().details({ version: { odd: true } })).toBe('')
  expect(words().details(null)).toBe('')
})
