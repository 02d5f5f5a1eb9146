import { z } from 'zod'
import { unwrap } from '../../problem-error'
import { createToken } from '../../services/tokens/tokens'
import { procedure } from '../../trpc'
import { Line } from '../inputs'

/** Answers with the token, this once. */
export const create = procedure('token.manage')
  .input(z.object({ name: Line(80), expiresInDays: z.number().int().min(1).max(3650).optional() }))
  .mutation(async ({ ctx, input }) => unwrap(await createToken(ctx, input)))
