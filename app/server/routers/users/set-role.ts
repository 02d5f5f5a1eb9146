import { z } from 'zod'
import { Role } from '../../permissions'
import { unwrap } from '../../problem-error'
import { setRole as change } from '../../services/users/set-role'
import { procedure } from '../../trpc'
import { Id } from '../inputs'

export const setRole = procedure('user.manage')
  .input(z.object({ userId: Id, role: Role }))
  .mutation(async ({ ctx, input }) => unwrap(await change(ctx, input.userId, input.role)))
