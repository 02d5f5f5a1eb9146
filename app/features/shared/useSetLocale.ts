'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useCallback } from 'react'
import type { Locale } from '@/app/i18n/locales'
import { rememberLocale } from './rememberLocale'
import { useTRPC } from './trpc'

/** Shows the product in another language from now on: on this browser by a cookie, elsewhere by the profile. */
export function useSetLocale(): (locale: Locale) => void {
  const router = useRouter()
  const trpc = useTRPC()
  const { mutate } = useMutation(trpc.me.setLocale.mutationOptions())
  return useCallback(
    (locale) => {
      rememberLocale(locale)
      mutate({ locale })
      router.refresh()
    },
    [router, mutate],
  )
}
