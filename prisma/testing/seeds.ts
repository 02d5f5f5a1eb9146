import { hashPassword } from 'better-auth/crypto'
import { machineActor } from '@/app/server/auth/actor'
import type { FlowChange } from '@/app/server/context'
import { createFlowEvents } from '@/app/server/events/flow-events'
import { newId } from '@/app/server/ids'
import type { Role } from '@/app/server/permissions'
import { createFlow } from '@/app/server/services/flows/create'
import { publishFlow } from '@/app/server/services/flows/publish'
import { insertUser } from '@/app/server/services/users/insert'
import type { FlowDocument } from '@/engine/flow'
import type { Database, User } from '../client'

export const TEST_PASSWORD = 'correct-horse-battery'
let passwordHash: Promise<string> | undefined

/** A person who signs in with `TEST_PASSWORD`. */
export async function seedUser(
  prisma: Database,
  role: Role,
  given: { readonly name?: string; readonly email?: string } = {},
): Promise<User> {
  // Hashing is slow on purpose; once is enough.
  passwordHash ??= hashPassword(TEST_PASSWORD)
  const email =
    given.email ??
    `${role}-${newId()
      .toLowerCase()
      .replaceAll(/[^a-z0-9]/g, 'x')}@test.local`
  return insertUser(prisma, { name: given.name ?? `An ${role}`, email, role }, await passwordHash)
}

/** A flow that says a sentence and hangs up; without errors. */
export function helloDocument(name = 'Hello', text = 'Hello.'): unknown {
  return {
    schemaVersion: 1,
    kind: 'ivr',
    name,
    variables: [],
    nodes: [
      { id: 'start', type: 'entry', version: 1, config: {}, position: { x: 0, y: 0 } },
      { id: 'hello', type: 'play', version: 1, config: { prompts: [{ kind: 'text', text }] }, position: { x: 0, y: 160 } },
      { id: 'end', type: 'hangup', version: 1, config: {}, position: { x: 0, y: 320 } },
    ],
    edges: [
      { from: 'start', outcome: 'start', to: 'hello' },
      { from: 'hello', outcome: 'done', to: 'end' },
    ],
    notes: [],
  }
}

const change = (prisma: Database): FlowChange => ({ prisma, actor: machineActor('test'), flowEvents: createFlowEvents() })

/** A flow that was never published; its draft is at revision 1. */
export async function seedDraftFlow(prisma: Database, document: unknown = helloDocument()): Promise<{ readonly flowId: string }> {
  const { name, kind } = document as FlowDocument // documents of tests are well-formed enough for these two
  const made = await createFlow(change(prisma), { name, kind, document })
  if (!made.ok) throw new Error(made.error.message)
  return made.value
}

/** A flow whose draft is live as version 1. */
export async function seedPublishedFlow(
  prisma: Database,
  document: unknown = helloDocument(),
): Promise<{ readonly flowId: string; readonly versionId: string }> {
  const { flowId } = await seedDraftFlow(prisma, document)
  const published = await publishFlow(change(prisma), { flowId, revision: 1, note: 'first' })
  if (!published.ok) throw new Error(`${published.error.message} ${JSON.stringify(published.diagnostics)}`)
  return { flowId, versionId: published.value.versionId }
}

/** A call of that version: over after `seconds`, or still live. */
export async function seedCall(
  prisma: Database,
  versionId: string,
  given: {
    readonly startedAt?: Date
    readonly seconds?: number
    readonly live?: boolean
    readonly from?: string
    readonly fromName?: string
    readonly to?: string
    readonly outcome?: 'completed' | 'hung-up' | 'transferred' | 'failed'
    readonly errorCode?: string
  } = {},
): Promise<{ readonly interactionId: string; readonly sessionId: string }> {
  const [interactionId, sessionId] = [newId(), newId()]
  const startedAt = given.startedAt ?? new Date()
  const endedAt = given.live ? null : new Date(startedAt.getTime() + (given.seconds ?? 5) * 1000)
  await prisma.interaction.create({
    data: {
      id: interactionId,
      fromNumber: given.from ?? '100',
      fromName: given.fromName ?? '',
      toNumber: given.to ?? '7000',
      startedAt,
      endedAt,
      outcome: given.live ? null : (given.outcome ?? 'completed'),
      errorCode: given.errorCode ?? null,
      sessions: {
        create: {
          id: sessionId,
          versionId,
          status: given.live ? 'active' : 'ended',
          snapshot: '',
          startedAt,
          endedAt,
          steps: {
            create: [
              { visit: 1, path: 'start', type: 'entry', enteredAt: startedAt, leftAt: startedAt, outcome: 'start' },
              {
                visit: 2,
                path: 'hello',
                type: 'play',
                enteredAt: startedAt,
                leftAt: endedAt,
                outcome: given.live ? null : 'done',
                output: '{"said":1}',
              },
            ],
          },
        },
      },
    },
  })
  return { interactionId, sessionId }
}

/** One more run of a flow within that call. */
export async function seedFurtherSession(prisma: Database, interactionId: string, versionId: string): Promise<void> {
  const at = new Date()
  await prisma.flowSession.create({
    data: { id: newId(), interactionId, versionId, status: 'ended', snapshot: '', startedAt: at, endedAt: at },
  })
}

/** A caller's message of that call. */
export async function seedRecording(
  prisma: Database,
  call: { readonly interactionId: string; readonly sessionId: string },
  file: string,
): Promise<{ readonly recordingId: string }> {
  const recordingId = `${call.sessionId}-2-message`
  await prisma.recording.create({ data: { id: recordingId, ...call, nodePath: 'message', file, durationMs: 3000 } })
  return { recordingId }
}
