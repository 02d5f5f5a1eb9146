import { basename } from 'node:path'
import { fail, type Result } from '@/engine/errors'
import type { Container } from '../container'
import { answerFor } from './authorise'
import { sendFile } from './file'

/** `GET /api/recordings/<id>`: a caller's message. */
export function handleRecording(request: Request, id: string, container: Container): Promise<Response> {
  return answerFor(request, container, 'call.listen', async (): Promise<Result<Response>> => {
    const { prisma, config } = container.services
    const recording = id.length > 200 ? null : await prisma.recording.findUnique({ where: { id }, select: { file: true } })
    if (!recording) return fail('NOT_FOUND', 'This recording is not there.')
    return sendFile(request, { folder: config.dataFolder, path: recording.file, type: 'audio/wav', name: basename(recording.file) })
  })
}
