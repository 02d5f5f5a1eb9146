import { container } from '@/app/server/container'
import { handleRecording } from '@/app/server/http/recordings'

export const dynamic = 'force-dynamic'

export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return handleRecording(request, decodeURIComponent((await params).id), container())
}
