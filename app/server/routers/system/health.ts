import { readHealth } from '../../services/system/health'
import { procedure } from '../../trpc'

export const health = procedure('account.use').query(({ ctx }) => readHealth(ctx))
