'use client'

import { Duration } from '@/app/ui/time/Duration'
import { useNow } from '@/app/ui/time/useNow'

/** Length of a call; of one under way, so far. */
export function CallDuration({ call }: { call: { readonly startedAt: Date; readonly endedAt: Date | null } }) {
  const now = useNow(call.endedAt ? null : 1000)
  return <Duration ms={(call.endedAt?.getTime() ?? now) - call.startedAt.getTime()} />
}
