import { listSecrets } from '../../services/secrets/secrets'
import { procedure } from '../../trpc'

export const list = procedure('secret.manage').query(({ ctx }) => listSecrets(ctx.prisma))
