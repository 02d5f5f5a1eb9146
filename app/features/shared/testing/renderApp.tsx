import { MantineProvider } from '@mantine/core'
import { ModalsProvider } from '@mantine/modals'
import { Notifications } from '@mantine/notifications'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import { createTRPCClient, TRPCClientError, type TRPCLink } from '@trpc/client'
import { observable } from '@trpc/server/observable'
import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import en from '@/app/i18n/en'
import type { Locale } from '@/app/i18n/locales'
import zh from '@/app/i18n/zh-CN'
import type { AppRouter } from '@/app/server/root'
import { theme } from '@/app/ui/theme/theme'
import { TRPCProvider } from '../trpc'

/** Answers by procedure: `{ 'flows.list': () => [] }`. A thrown `{ code, message }` reaches the page as the server's problem, its `diagnostics` beside it. */
export type Answers = Readonly<Record<string, (input: unknown) => unknown>>

const messages = { en, 'zh-CN': zh }

/** Renders part of the app as a signed-in person would see it, on a server that is a table of answers. */
export function renderApp(children: ReactNode, { answers = {}, locale = 'en' }: { answers?: Answers; locale?: Locale } = {}) {
  const asked: { path: string; input: unknown }[] = []
  const link: TRPCLink<AppRouter> =
    () =>
    ({ op }) =>
      observable((observer) => {
        asked.push({ path: op.path, input: op.input })
        const answer = answers[op.path]
        if (!answer) return
        void Promise.resolve()
          .then(() => answer(op.input))
          .then(
            (data) => {
              observer.next({ result: { type: 'data', data } })
              observer.complete()
            },
            ({ diagnostics, ...problem }) =>
              observer.error(TRPCClientError.from({ error: { message: problem.message, code: -32000, data: { problem, diagnostics } } })),
          )
      })
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const view = render(
    <MantineProvider theme={theme} env="test">
      <NextIntlClientProvider locale={locale} messages={messages[locale]} timeZone="UTC">
        <QueryClientProvider client={queryClient}>
          <TRPCProvider trpcClient={createTRPCClient<AppRouter>({ links: [link] })} queryClient={queryClient}>
            <ModalsProvider>
              {children}
              <Notifications />
            </ModalsProvider>
          </TRPCProvider>
        </QueryClientProvider>
      </NextIntlClientProvider>
    </MantineProvider>,
  )
  return { ...view, asked }
}
