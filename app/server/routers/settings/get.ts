import { getSettings } from '../../services/settings/settings'
import { procedure } from '../../trpc'

export const get = procedure('settings.manage').query(({ ctx }) => getSettings(ctx.prisma))
