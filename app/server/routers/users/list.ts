import { listUsers } from '../../services/users/list'
import { procedure } from '../../trpc'

export const list = procedure('user.manage').query(({ ctx }) => listUsers(ctx.prisma))
