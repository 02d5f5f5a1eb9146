import { z } from 'zod'
import { unwrap } from '../../problem-error'
import { setDisabled } from '../../services/users/set-disabled'
import { procedure } from '../../trpc'
import { Id } from '../inputs'

export const disable = procedure('user.manage')
  .input(z.object({ userId: Id }))
  .mutation(async ({ ctx, input }) => unwrap(await setDisabled(ctx, input.userId, true)))
