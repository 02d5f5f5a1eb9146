import { container } from '@/app/server/container'
import { handleSpeech } from '@/app/server/http/speech'

export const dynamic = 'force-dynamic'

export function GET(request: Request): Promise<Response> {
  return handleSpeech(request, container())
}
