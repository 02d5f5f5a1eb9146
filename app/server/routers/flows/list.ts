import { listFlows } from '../../services/flows/list'
import { procedure } from '../../trpc'

export const list = procedure('flow.view').query(({ ctx }) => listFlows(ctx.prisma))
