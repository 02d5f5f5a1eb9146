import { z } from 'zod'
import { unwrap } from '../../problem-error'
import { unassignNumber } from '../../services/numbers/unassign'
import { procedure } from '../../trpc'
import { PhoneNumber } from '../inputs'

export const unassign = procedure('number.assign')
  .input(z.object({ number: PhoneNumber }))
  .mutation(async ({ ctx, input }) => unwrap(await unassignNumber(ctx, input.number)))
