import type { Clock, Http, NodeRun, Secrets, Sounds, Speech, Telephony } from '@/engine/ports'
import type { Store } from '@/engine/store'
import type { Vault } from '@/engine/vault'
import type { JournalLog } from './journal/log'
import type { Log } from './log'

/** Everything that the runtime runs on. The engine passes the real things, tests and the simulator their fakes. */
export interface RuntimeParts {
  readonly clock: Clock
  readonly telephony: Telephony
  readonly store: Store
  readonly speech: Speech
  readonly sounds: Sounds
  readonly http: Http
  readonly secrets: Secrets
  readonly vault: Vault
  /** What each node type does. */
  readonly nodes: Readonly<Record<string, NodeRun>>
  readonly log: Log
  /** Recordings inside it are stored by their relative path. */
  readonly dataFolder?: string
  /** New ids of sessions and interactions: letters and digits. */
  readonly newId?: () => string
  /** Most memory that waits for a database that refuses writes, in bytes. */
  readonly maxPendingBytes?: number
  /** Makes what sessions do safe before the database has it (`openLogFile`); without it the database does. */
  readonly journalFile?: JournalLog
  /** Gathers what one tick changes into one commit: `setImmediate` where absent; `queueMicrotask` under a virtual clock. */
  readonly defer?: (flush: () => void) => void
}
