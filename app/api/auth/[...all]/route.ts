import { container } from '@/app/server/container'

export const dynamic = 'force-dynamic'

const handle = (request: Request) => container().handleAuth(request)

export { handle as GET, handle as POST }
