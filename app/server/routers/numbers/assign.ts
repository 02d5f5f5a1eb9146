import { z } from 'zod'
import { unwrap } from '../../problem-error'
import { assignNumber } from '../../services/numbers/assign'
import { procedure } from '../../trpc'
import { Id, PhoneNumber } from '../inputs'

export const assign = procedure('number.assign')
  .input(z.object({ number: PhoneNumber, flowId: Id, label: z.string().trim().max(80).optional(), replace: z.boolean().optional() }))
  .mutation(async ({ ctx, input }) => unwrap(await assignNumber(ctx, input)))
