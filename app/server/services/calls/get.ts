import { fail, ok, type Result } from '@/engine/errors'
import type { FlowDocument, Json } from '@/engine/flow'
import type { Database } from '@/prisma/client'
import { readDocument } from '../flows/documents'
import { type CallItem, callItem, callItemInclude } from './item'
import { type CallModule, moduleReader } from './modules'

export interface CallStep {
  readonly visit: number
  readonly path: string
  /** The drawn step; the last part of the path. */
  readonly nodeId: string
  readonly type: string
  readonly enteredAt: Date
  readonly leftAt: Date | null
  readonly durationMs: number | null
  readonly outcome: string | null
  readonly input: Json
  readonly output: Json
  readonly errorCode: string | null
  readonly errorMessage: string | null
}

export interface CallSession {
  readonly sessionId: string
  readonly versionId: string
  readonly versionNumber: number
  readonly flowId: string
  readonly flowName: string
  /** The flow as it was drawn in that version. */
  readonly document: FlowDocument
  /** The modules in that version, each by the path of the step that runs it; none where the run entered none. */
  readonly modules: readonly CallModule[]
  readonly status: 'active' | 'ended'
  readonly startedAt: Date
  readonly endedAt: Date | null
  readonly steps: readonly CallStep[]
}

export interface CallDetails extends Omit<CallItem, 'steps'> {
  readonly sessions: readonly CallSession[]
  readonly recordings: readonly { readonly id: string; readonly nodePath: string; readonly durationMs: number; readonly createdAt: Date }[]
}

/** One call with everything that happened in it. */
export async function getCall(prisma: Database, interactionId: string): Promise<Result<CallDetails>> {
  const row = await prisma.interaction.findUnique({ where: { id: interactionId }, include: callItemInclude })
  if (!row) return fail('NOT_FOUND', 'This call is not there.')
  const [sessions, recordings] = await Promise.all([
    readSessions(prisma, interactionId),
    prisma.recording.findMany({
      where: { interactionId },
      orderBy: { createdAt: 'asc' },
      select: { id: true, nodePath: true, durationMs: true, createdAt: true },
    }),
  ])
  if (!sessions.ok) return sessions
  const { steps: _count, ...item } = callItem(row)
  return ok({ ...item, sessions: sessions.value, recordings })
}

async function readSessions(prisma: Database, interactionId: string): Promise<Result<CallSession[]>> {
  const rows = await prisma.flowSession.findMany({
    where: { interactionId },
    orderBy: { startedAt: 'asc' },
    omit: { snapshot: true },
    include: {
      version: { select: { id: true, number: true, document: true, flow: { select: { id: true, name: true } } } },
      steps: { orderBy: { visit: 'asc' } },
    },
  })
  const modulesOf = moduleReader(prisma)
  const sessions: CallSession[] = []
  for (const { version, ...row } of rows) {
    const read = readDocument(version.document)
    if (!read.ok) return read
    sessions.push({
      sessionId: row.id,
      versionId: version.id,
      versionNumber: version.number,
      flowId: version.flow.id,
      flowName: version.flow.name,
      document: read.value.document,
      // only where one was entered: the compiled flow is large
      modules: row.steps.some(({ path }) => path.includes('.')) ? await modulesOf(version.id) : [],
      status: row.status === 'active' ? 'active' : 'ended',
      startedAt: row.startedAt,
      endedAt: row.endedAt,
      steps: row.steps.map(({ sessionId: _session, input, output, ...step }) => ({
        ...step,
        nodeId: step.path.split('.').at(-1) ?? step.path,
        durationMs: step.leftAt && step.leftAt.getTime() - step.enteredAt.getTime(),
        input: json(input),
        output: json(output),
      })),
    })
  }
  return ok(sessions)
}

function json(text: string | null): Json {
  return text === null ? null : (JSON.parse(text) as Json) // written by the engine with JSON.stringify
}
