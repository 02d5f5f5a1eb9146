import { container } from '@/app/server/container'
import { handleSoundUpload } from '@/app/server/http/sounds'

export const dynamic = 'force-dynamic'

export function POST(request: Request): Promise<Response> {
  return handleSoundUpload(request, container())
}
