import { z } from 'zod'
import { Role } from '../../permissions'
import { unwrap } from '../../problem-error'
import { createUser } from '../../services/users/create'
import { procedure } from '../../trpc'
import { Line } from '../inputs'

/** Answers with the password, this once. */
export const create = procedure('user.manage')
  .input(z.object({ name: Line(120), email: z.string().trim().toLowerCase().max(254).pipe(z.email()), role: Role }))
  .mutation(async ({ ctx, input }) => unwrap(await createUser(ctx, input)))
