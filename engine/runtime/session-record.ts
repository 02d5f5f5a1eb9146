import type { InteractionRow, SessionRow } from '@/engine/store'
import type { Vault } from '@/engine/vault'
import type { Digit, EndKey } from './desk'
import type { HostState } from './host-state'
import type { Journal } from './journal/journal'
import type { SessionFacts } from './session-facts'

export interface RecordSources {
  readonly journal: Journal
  readonly vault: Vault
  /** XState's persisted snapshot, as it is now. */
  machine(): unknown
  digits(): readonly Digit[]
  endKey(): EndKey | undefined
}

/** What is stored of a session: its row with the snapshot, and its interaction's. */
export class SessionRecord {
  #host: HostState
  #interaction: InteractionRow
  #endedAt: number | null = null
  /** XState's part of the stored snapshot; made again after a transition only. */
  #machineJson: string | undefined
  /** Steps entered since the row was last written. */
  #uncommitted = 0

  constructor(
    private readonly facts: SessionFacts,
    host: HostState,
    private readonly sources: RecordSources,
  ) {
    this.#host = host
    this.#interaction = facts.interaction
  }

  get host(): HostState {
    return this.#host
  }

  get ended(): boolean {
    return this.#endedAt !== null
  }

  get uncommitted(): number {
    return this.#uncommitted
  }

  /** A new call: its interaction is written, too. */
  begin(): void {
    this.#pending.interaction = this.#interaction
    this.transition()
  }

  /** The machine has taken a transition. */
  transition(): void {
    this.#machineJson = undefined
    this.touch()
  }

  entered(): void {
    this.#uncommitted++
    this.transition()
  }

  note(change: HostState): void {
    this.#host = { ...this.#host, ...change }
    this.touch()
  }

  /** Something beside the machine has changed (digits). */
  touch(): void {
    this.#pending.session = () => this.#row()
  }

  end(at: number, outcome: string, errorCode: string | null): void {
    this.#endedAt = at
    this.#interaction = { ...this.#interaction, endedAt: at, outcome, errorCode }
    this.#pending.interaction = this.#interaction
    this.touch()
  }

  get #pending() {
    return this.sources.journal.of(this.facts.id)
  }

  #row(): SessionRow {
    this.#uncommitted = 0
    const { id, version, startedAt, interaction } = this.facts
    const base = { id, interactionId: interaction.id, versionId: version.versionId, startedAt, endedAt: this.#endedAt }
    return this.ended ? { ...base, status: 'ended', snapshot: '' } : { ...base, status: 'active', snapshot: this.#snapshot() }
  }

  #snapshot(): string {
    // Stringified at once: XState's persisted context is the live one.
    this.#machineJson ??= JSON.stringify(this.sources.machine())
    // Sealed when written: digits that are read in the tick in which they come never are.
    const digits = this.sources.digits()
    const sealed = digits.length === 0 ? undefined : this.sources.vault.seal(JSON.stringify(digits))
    const host: HostState = { ...this.#host, digits: sealed, endKey: this.sources.endKey() }
    return `{"machine":${this.#machineJson},"host":${JSON.stringify(host)}}`
  }
}

/** How a call counts once its flow is over. */
export function outcomeOf({ apologised, limitAt, aborted, lost, handedBack, transferred, hungUp, goneAt }: HostState): string {
  if (apologised || aborted || lost || handedBack || limitAt !== undefined) return 'failed'
  if (transferred) return 'transferred'
  return goneAt !== undefined && !hungUp ? 'hung-up' : 'completed'
}
