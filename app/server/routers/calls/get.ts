import { z } from 'zod'
import { unwrap } from '../../problem-error'
import { getCall } from '../../services/calls/get'
import { procedure } from '../../trpc'
import { Id } from '../inputs'

export const get = procedure('call.view')
  .input(z.object({ interactionId: Id }))
  .query(async ({ ctx, input }) => unwrap(await getCall(ctx.prisma, input.interactionId)))
