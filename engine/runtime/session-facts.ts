import type { InteractionRow } from '@/engine/store'
import type { FlowVersion } from './versions'

/** The facts of a session that never change. */
export interface SessionFacts {
  readonly id: string
  /** As it was when the call came in. */
  readonly interaction: InteractionRow
  readonly version: FlowVersion
  readonly startedAt: number
}
