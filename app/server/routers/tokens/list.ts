import { listTokens } from '../../services/tokens/tokens'
import { procedure } from '../../trpc'

export const list = procedure('token.manage').query(({ ctx }) => listTokens(ctx))
