import { z } from 'zod'
import { unwrap } from '../../problem-error'
import { resetPhonePassword } from '../../services/phones/phones'
import { procedure } from '../../trpc'
import { Id } from '../inputs'

/** Answers with the new password, this once. */
export const resetPassword = procedure('settings.manage')
  .input(z.object({ phoneId: Id }))
  .mutation(async ({ ctx, input }) => unwrap(await resetPhonePassword(ctx, input.phoneId)))
