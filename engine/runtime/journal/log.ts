import type { SessionWrite } from '@/engine/store'

/** A tick's changes: session id (or whatever they are kept under) and what changed. */
export type LoggedTick = readonly (readonly [id: string, write: SessionWrite])[]

/** Where changes are safe until the database has them: surviving the process, in order. */
export interface JournalLog {
  /** What an engine that was killed had not stored, oldest first. */
  read(): readonly LoggedTick[]
  /** False when it could not be written. */
  append(tick: LoggedTick): boolean
  /** To be called before a store; the function it returns afterwards, if everything up to now is stored. */
  mark(): () => void
  close(): void
}
