'use client'

import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createTRPCClient, httpBatchStreamLink, httpSubscriptionLink, splitLink } from '@trpc/client'
import { type ReactNode, useState } from 'react'
import superjson from 'superjson'
import type { AppRouter } from '@/app/server/root'
import { problemOf } from './problem'
import { goToLogin } from './session'
import { TRPCProvider } from './trpc'

const url = '/api/trpc'

function createQueryClient() {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        // What the server refused will be refused again; only the line may recover.
        retry: (count, error) => ['OFFLINE', 'NOT_AN_ANSWER'].includes(problemOf(error).code) && count < 2,
        retryDelay: 400,
        // A browser that thinks it is offline must say so, not wait in silence; and a server on the same machine answers even then.
        networkMode: 'always',
        refetchOnReconnect: true,
      },
      mutations: { networkMode: 'always' },
    },
    queryCache: new QueryCache({
      onError: (error) => {
        if (problemOf(error).code === 'UNAUTHENTICATED') goToLogin()
      },
    }),
  })
}

function createClient() {
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: (operation) => operation.type === 'subscription',
        true: httpSubscriptionLink({ url, transformer: superjson }),
        false: httpBatchStreamLink({ url, transformer: superjson }),
      }),
    ],
  })
}

/** Data for the whole app: queries and mutations batched, subscriptions over server-sent events. */
export function ApiProvider({ children }: { children: ReactNode }) {
  const [queryClient] = useState(createQueryClient)
  const [client] = useState(createClient)
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={client} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  )
}
