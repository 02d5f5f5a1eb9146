import { listSounds } from '../../services/sounds/sounds'
import { procedure } from '../../trpc'

export const list = procedure('sound.manage').query(({ ctx }) => listSounds(ctx.prisma))
