import { container } from '@/app/server/container'
import { handleSound } from '@/app/server/http/sounds'

export const dynamic = 'force-dynamic'

export async function GET(request: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  return handleSound(request, decoded((await params).name), container())
}

/** Next leaves percent-encoding of a path's parts as it came. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
