import { z } from 'zod'
import { unwrap } from '../../problem-error'
import { revokeToken } from '../../services/tokens/tokens'
import { procedure } from '../../trpc'
import { Id } from '../inputs'

export const revoke = procedure('token.manage')
  .input(z.object({ tokenId: Id }))
  .mutation(async ({ ctx, input }) => unwrap(await revokeToken(ctx, input.tokenId)))
