import type { Problem } from '@/engine/errors'
import type { DeadlineRow, InteractionRow, MemoRow, RecordingRow, SessionRow, StepRow } from './rows'

/**
 * All that has changed of one interaction since its last commit, merged: every row stands as it is now, so that writing it
 * twice does no harm and a retry needs no thought.
 */
export interface SessionWrite {
  readonly interaction?: InteractionRow
  readonly session?: SessionRow
  readonly steps: readonly StepRow[]
  readonly memos: readonly MemoRow[]
  readonly deadlines: readonly DeadlineRow[]
  readonly recordings: readonly RecordingRow[]
  /** Visits whose memos and deadlines go. */
  readonly left: readonly { readonly sessionId: string; readonly visit: number }[]
}

/** Why a write failed. `refused`: the database will never take these rows (a constraint), so trying again is of no use. */
export interface StoreProblem extends Problem {
  readonly code: 'STORE_BUSY' | 'STORE_FULL' | 'STORE_FAILED'
  readonly refused: boolean
}

export type WriteResult = { readonly ok: true } | { readonly ok: false; readonly error: StoreProblem }

/** A session that was under way when the engine stopped, with everything it needs to go on. */
export interface StoredSession {
  readonly session: SessionRow
  readonly interaction: InteractionRow
  readonly memos: readonly MemoRow[]
  readonly deadlines: readonly DeadlineRow[]
  /** The step that it was in; undefined when the stop came between two. */
  readonly openStep: StepRow | undefined
}

/** Where a dialled number leads. */
export type Route =
  | { readonly kind: 'version'; readonly versionId: string; readonly flowId: string }
  | { readonly kind: 'unassigned' }
  /** Assigned to a flow that has no live version. */
  | { readonly kind: 'unpublished' }

/** A published version; `compiled` is the JSON text of a `CompiledFlow`. */
export interface StoredVersion {
  readonly versionId: string
  readonly flowId: string
  readonly compiled: string
}

/**
 * The engine's own door to the database: prepared statements for the hot path. Prisma is for everything else.
 * Reads throw when the database cannot be read; writes answer with a `StoreProblem`.
 */
export interface Store {
  /** Commits all of it, or nothing. Synchronous where the database is. */
  write(batch: readonly SessionWrite[]): WriteResult | Promise<WriteResult>
  /** Sessions with status `active`, oldest first. */
  activeSessions(): Promise<readonly StoredSession[]>
  route(number: string): Promise<Route>
  /** Whether a call with this id has been dealt with before, in whatever way. */
  knowsCall(callId: string): Promise<boolean>
  version(versionId: string): Promise<StoredVersion | undefined>
  /** Versions that numbers lead to, for warming up. */
  liveVersionIds(): Promise<readonly string[]>
  /** A library sound's file, relative to the data folder and without ending. */
  soundFile(name: string): Promise<string | undefined>
  /** A secret as the vault sealed it. */
  sealedSecret(name: string): Promise<string | undefined>
  close(): Promise<void>
}
