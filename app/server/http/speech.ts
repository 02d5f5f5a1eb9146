import { z } from 'zod'
import { fail, ok, type Result } from '@/engine/errors'
import type { Container } from '../container'
import { answerFor } from './authorise'

const Query = z.object({ text: z.string().trim().min(1).max(5000), language: z.string().min(2).max(20) })

/** `GET /api/speech?text=&language=`: how a prompt sounds, to those who draw and those who practise. */
export function handleSpeech(request: Request, container: Container): Promise<Response> {
  return answerFor(request, container, ['flow.view', 'phone.use'], async (): Promise<Result<Response>> => {
    const query = Query.safeParse(Object.fromEntries(new URL(request.url).searchParams))
    if (!query.success) {
      const issue = query.error.issues[0]
      return fail('INPUT_INVALID', `${issue?.path.join('.')}: ${issue?.message}`, {
        field: String(issue?.path[0]),
        reason: issue?.message ?? '',
      })
    }
    const spoken = await container.services.engine.speech(query.data)
    if (!spoken.ok) return spoken
    return ok(new Response(spoken.value, { headers: { 'content-type': 'audio/wav', 'cache-control': 'private, max-age=3600' } }))
  })
}
