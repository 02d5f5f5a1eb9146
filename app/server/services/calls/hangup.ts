import { fail, ok, type Result } from '@/engine/errors'
import type { ActingContext } from '../../context'
import { record } from '../audit/record'

/** Ends a call that is under way. */
export async function hangUp({ prisma, engine, actor }: ActingContext, sessionId: string): Promise<Result<void>> {
  const session = await prisma.flowSession.findUnique({
    where: { id: sessionId },
    select: { interaction: { select: { id: true, fromNumber: true, endedAt: true } } },
  })
  if (!session) return fail('NOT_FOUND', 'This call is not there.')
  if (session.interaction.endedAt) return fail('CALL_GONE', 'This call is already over.')
  const done = await engine.hangup(sessionId)
  if (!done.ok) return done
  await record(prisma, actor, { action: 'call.hangup', subject: session.interaction.fromNumber, subjectId: session.interaction.id })
  return ok()
}
