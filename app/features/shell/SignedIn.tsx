'use client'

import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { LiveCallsProvider } from '@/app/features/calls/live/LiveCalls'
import { PhoneProvider } from '@/app/features/phone'
import type { Me } from '@/app/features/shared/me'
import { useTRPC } from '@/app/features/shared/trpc'

/** What every page behind the login shares: who one is, the calls that are live, and the phone. */
export function SignedIn({ me, children }: { me: Me; children: ReactNode }) {
  const queries = useQueryClient()
  const trpc = useTRPC()
  // The server has just told; the first page need not ask again.
  useState(() => queries.setQueryData(trpc.me.get.queryKey(), me))
  return (
    <LiveCallsProvider>
      <PhoneProvider>{children}</PhoneProvider>
    </LiveCallsProvider>
  )
}
