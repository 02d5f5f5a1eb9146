import { container } from '@/app/server/container'
import { pathPart } from '@/app/server/http/path-part'
import { handleRecording } from '@/app/server/http/recordings'

export const dynamic = 'force-dynamic'

export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return handleRecording(request, pathPart((await params).id), container())
}
