import { fail, ok, type Result } from '@/engine/errors'
import type { Container } from '../container'
import { SoundName } from '../routers/sounds/name'
import { addSound } from '../services/sounds/add'
import { noSound } from '../services/sounds/sounds'
import { answerFor } from './authorise'
import { readBody } from './body'
import { sendFile } from './file'

/** Ten minutes of CD quality are 106 MB; prompts are far smaller. */
const MAX_UPLOAD = 32 * 1024 * 1024

/** `GET /api/sounds/<name>`: a sound of the library, at the better of its two rates. */
export function handleSound(request: Request, name: string, container: Container): Promise<Response> {
  return answerFor(request, container, ['flow.view', 'phone.use'], async (): Promise<Result<Response>> => {
    const { prisma, config } = container.services
    const sound = await prisma.sound.findUnique({ where: { name }, select: { file: true } })
    if (!sound) return noSound(name)
    return sendFile(request, { folder: config.dataFolder, path: `${sound.file}.wav16`, type: 'audio/wav', name: `${name}.wav` })
  })
}

/** `POST /api/sounds`: a form with `name`, `file` (WAV) and, to take another's place, `replace` = `true`. */
export function handleSoundUpload(request: Request, container: Container): Promise<Response> {
  return answerFor(request, container, 'sound.manage', async (actor): Promise<Result<Response>> => {
    const body = await readBody(request, MAX_UPLOAD)
    if (!body.ok) return body
    const form = await readForm(body.value, request.headers.get('content-type') ?? '')
    const name = SoundName.safeParse(form?.get('name'))
    if (!name.success)
      return fail('INPUT_INVALID', `name: ${name.error.issues[0]?.message}`, { field: 'name', reason: name.error.issues[0]?.message ?? '' })
    const file = form?.get('file')
    if (!(file instanceof Blob)) return fail('INPUT_INVALID', 'file: missing', { field: 'file', reason: 'missing', rule: 'missing' })
    const bytes = new Uint8Array(await file.arrayBuffer())
    const added = await addSound({ ...container.services, actor }, { name: name.data, bytes, replace: form?.get('replace') === 'true' })
    return added.ok ? ok(Response.json(added.value, { status: 201 })) : added
  })
}

async function readForm(body: Uint8Array<ArrayBuffer>, type: string): Promise<FormData | undefined> {
  try {
    return await new Response(body, { headers: { 'content-type': type } }).formData()
  } catch {
    // No form: the fields are missing, which is told.
    return undefined
  }
}
