import type { Outputs } from '@/app/features/shared/trpc'

/** A caller's message. */
export type Message = Outputs['recordings']['list']['items'][number]
