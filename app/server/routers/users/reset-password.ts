import { z } from 'zod'
import { unwrap } from '../../problem-error'
import { resetPassword as reset } from '../../services/users/reset-password'
import { procedure } from '../../trpc'
import { Id } from '../inputs'

/** Answers with the new password, this once. */
export const resetPassword = procedure('user.manage')
  .input(z.object({ userId: Id }))
  .mutation(async ({ ctx, input }) => unwrap(await reset(ctx, input.userId)))
