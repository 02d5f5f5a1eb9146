import { container } from '@/app/server/container'
import { handleTrpc } from '@/app/server/http/trpc'

export const dynamic = 'force-dynamic'

const handle = (request: Request) => handleTrpc(request, container())

export { handle as GET, handle as POST }
