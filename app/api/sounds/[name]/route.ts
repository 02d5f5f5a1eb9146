import { container } from '@/app/server/container'
import { pathPart } from '@/app/server/http/path-part'
import { handleSound } from '@/app/server/http/sounds'

export const dynamic = 'force-dynamic'

export async function GET(request: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  return handleSound(request, pathPart((await params).name), container())
}
