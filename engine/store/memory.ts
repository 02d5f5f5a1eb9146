import { assemble, toRoute } from './assemble'
import type { DeadlineRow, InteractionRow, MemoRow, RecordingRow, SessionRow, StepRow } from './rows'
import type { Store, StoredVersion } from './store'

/** What a memory store holds; the simulator and tests read it. */
export interface MemoryTables {
  readonly interactions: Map<string, InteractionRow>
  readonly sessions: Map<string, SessionRow>
  readonly steps: Map<string, StepRow>
  readonly memos: Map<string, MemoRow>
  readonly deadlines: Map<string, DeadlineRow>
  readonly recordings: Map<string, RecordingRow>
  /** By version id. */
  readonly versions: Map<string, StoredVersion>
  /** Live version by number; null = assigned but unpublished. */
  readonly numbers: Map<string, { readonly flowId: string; readonly versionId: string | null }>
  /** Files of sounds, sealed secrets: by name. */
  readonly sounds: Map<string, string>
  readonly secrets: Map<string, string>
}

/** A store in memory, for the simulator: `const { store, tables } = memoryStore()`. */
export function memoryStore(): { readonly store: Store; readonly tables: MemoryTables } {
  const tables: MemoryTables = {
    interactions: new Map(),
    sessions: new Map(),
    steps: new Map(),
    memos: new Map(),
    deadlines: new Map(),
    recordings: new Map(),
    versions: new Map(),
    numbers: new Map(),
    sounds: new Map(),
    secrets: new Map(),
  }
  const active = () => [...tables.sessions.values()].filter((session) => session.status === 'active')
  const ofActive = <T extends { readonly sessionId: string }>(rows: Map<string, T>) =>
    [...rows.values()].filter((row) => tables.sessions.get(row.sessionId)?.status === 'active')
  const store: Store = {
    write(batch) {
      for (const write of batch) {
        if (write.interaction) tables.interactions.set(write.interaction.id, write.interaction)
        if (write.session) tables.sessions.set(write.session.id, write.session)
        for (const step of write.steps) tables.steps.set(`${step.sessionId} ${step.visit}`, step)
        for (const { sessionId, visit } of write.left) {
          dropVisit(tables.memos, sessionId, visit)
          dropVisit(tables.deadlines, sessionId, visit)
        }
        for (const memo of write.memos) tables.memos.set(`${memo.sessionId} ${memo.visit} ${memo.key}`, memo)
        for (const deadline of write.deadlines) tables.deadlines.set(`${deadline.sessionId} ${deadline.visit} ${deadline.key}`, deadline)
        for (const recording of write.recordings) tables.recordings.set(recording.id, recording)
      }
      return { ok: true }
    },
    async activeSessions() {
      const sessions = active().flatMap((session) => {
        const interaction = tables.interactions.get(session.interactionId)
        if (!interaction) return []
        return [{ ...session, ...interaction, id: session.id, startedAt: interaction.startedAt, sessionStartedAt: session.startedAt }]
      })
      return assemble(
        sessions.map(({ id, interactionId, versionId, snapshot, sessionStartedAt, callId, fromNumber, fromName, toNumber, startedAt }) => ({
          id,
          interactionId,
          versionId,
          snapshot,
          sessionStartedAt,
          callId,
          fromNumber,
          fromName,
          toNumber,
          startedAt,
        })),
        ofActive(tables.memos),
        ofActive(tables.deadlines),
        ofActive(tables.steps).filter((step) => step.leftAt === null),
      )
    },
    async route(number) {
      return toRoute(tables.numbers.get(number))
    },
    async knowsCall(callId) {
      return [...tables.interactions.values()].some((interaction) => interaction.callId === callId)
    },
    async version(versionId) {
      return tables.versions.get(versionId)
    },
    async soundFile(name) {
      return tables.sounds.get(name)
    },
    async sealedSecret(name) {
      return tables.secrets.get(name)
    },
    async liveVersionIds() {
      return [...tables.numbers.values()].flatMap(({ versionId }) => versionId ?? [])
    },
    async close() {},
  }
  return { store, tables }
}

function dropVisit(rows: Map<string, { readonly sessionId: string; readonly visit: number }>, sessionId: string, visit: number): void {
  for (const [key, row] of rows) if (row.sessionId === sessionId && row.visit === visit) rows.delete(key)
}
