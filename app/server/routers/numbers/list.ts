import { listNumbers } from '../../services/numbers/list'
import { procedure } from '../../trpc'

export const list = procedure('flow.view').query(({ ctx }) => listNumbers(ctx.prisma))
