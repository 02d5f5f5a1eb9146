import { z } from 'zod'
import { unwrap } from '../../problem-error'
import { removePhone } from '../../services/phones/phones'
import { procedure } from '../../trpc'
import { Id } from '../inputs'

export const remove = procedure('settings.manage')
  .input(z.object({ phoneId: Id }))
  .mutation(async ({ ctx, input }) => unwrap(await removePhone(ctx, input.phoneId)))
