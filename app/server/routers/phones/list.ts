import { listPhones } from '../../services/phones/phones'
import { procedure } from '../../trpc'

export const list = procedure('settings.manage').query(({ ctx }) => listPhones(ctx.prisma))
