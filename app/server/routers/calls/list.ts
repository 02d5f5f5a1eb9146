import { z } from 'zod'
import { databaseKind } from '@/prisma/database'
import { callOutcomes } from '../../services/calls/filter'
import { listCalls } from '../../services/calls/list'
import { procedure } from '../../trpc'
import { Id, Page, PhoneNumber } from '../inputs'

const Input = Page.extend({
  from: z.date().optional(),
  to: z.date().optional(),
  flowId: Id.optional(),
  number: PhoneNumber.optional(),
  outcome: z.enum(callOutcomes).optional(),
  status: z.enum(['live', 'ended']).optional(),
  withErrors: z.boolean().optional(),
  withMessage: z.boolean().optional(),
  search: z.string().trim().max(80).optional(),
})

export const list = procedure('call.view')
  .input(Input)
  .query(({ ctx, input: { cursor, limit, ...filter } }) =>
    listCalls(ctx.prisma, databaseKind(ctx.config.databaseUrl), filter, { cursor, limit }),
  )
