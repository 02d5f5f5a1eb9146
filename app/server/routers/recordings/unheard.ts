import { countUnheard } from '../../services/recordings/list'
import { procedure } from '../../trpc'

/** How many messages nobody has heard. */
export const unheard = procedure('call.listen').query(async ({ ctx }) => ({ count: await countUnheard(ctx.prisma) }))
