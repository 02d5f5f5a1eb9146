import { fail, ok, type Result } from '@/engine/errors'
import type { ActingContext } from '../../context'

/** Remembers who has heard a message, or makes it new again. The first to hear it stays its listener. */
export async function setHeard(
  { prisma, actor }: Pick<ActingContext, 'prisma' | 'actor'>,
  recordingId: string,
  heard: boolean,
): Promise<Result<void>> {
  const { count } = await prisma.recording.updateMany({
    where: heard ? { id: recordingId, heardAt: null } : { id: recordingId },
    data: heard ? { heardAt: new Date(), heardById: actor.id } : { heardAt: null, heardById: null },
  })
  if (count > 0 || (await prisma.recording.findUnique({ where: { id: recordingId }, select: { id: true } }))) return ok()
  return fail('NOT_FOUND', 'This message is not there.')
}
