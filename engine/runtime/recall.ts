import type { Snapshot } from 'xstate'
import type { FlowContext } from '@/engine/flow'
import type { StoredSession } from '@/engine/store'
import type { Vault } from '@/engine/vault'
import type { Digit } from './desk'
import { type HostState, StoredSnapshot } from './host-state'
import type { EarlierVisit } from './visit'

/** A stored session, read back. */
export interface Recalled {
  readonly snapshot: Snapshot<unknown>
  readonly context: FlowContext
  readonly host: HostState
  readonly digits: readonly Digit[]
  /** The step that it was in. */
  readonly earlier: EarlierVisit
}

/** Reads back what `SessionRecord` stored; throws where that is not possible. */
export function recall({ session, memos, deadlines, openStep }: StoredSession, vault: Vault): Recalled {
  const { machine, host } = StoredSnapshot.parse(JSON.parse(session.snapshot))
  if (!openStep) throw new Error('it has no open step')
  // As `getPersistedSnapshot` made it, of a machine whose context is a FlowContext.
  const snapshot = machine as Snapshot<unknown> & { readonly context: FlowContext }
  const { digits: sealed, ...rest } = host
  const opened = sealed === undefined ? undefined : vault.open(sealed)
  const digits = opened?.ok ? (JSON.parse(opened.value) as Digit[]) : [] // as they were sealed
  return { snapshot, context: snapshot.context, host: rest, digits, earlier: { step: openStep, memos, deadlines } }
}
