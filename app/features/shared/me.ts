'use client'

import { useQuery } from '@tanstack/react-query'
import type { Permission } from '@/app/server/permissions'
import { type Outputs, useTRPC } from './trpc'

export type Me = Outputs['me']['get']

/** Who is signed in; `undefined` until known. The (app) layout hands it over with the first page, so that is hardly ever. */
export function useMe(): Me | undefined {
  const trpc = useTRPC()
  return useQuery(trpc.me.get.queryOptions(undefined, { staleTime: 60_000 })).data
}

/** `const can = useCan(); can('flow.edit') && <Button …>`: hides what the server would refuse anyway. */
export function useCan(): (permission: Permission) => boolean {
  const me = useMe()
  return (permission) => me?.permissions.includes(permission) ?? false
}
