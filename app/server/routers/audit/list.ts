import { z } from 'zod'
import { listAudit } from '../../services/audit/list'
import { procedure } from '../../trpc'
import { Page } from '../inputs'

const Input = Page.extend({
  action: z.string().max(64).optional(),
  actor: z.string().max(120).optional(),
  from: z.date().optional(),
  to: z.date().optional(),
})

export const list = procedure('audit.view')
  .input(Input)
  .query(({ ctx, input: { cursor, limit, ...filter } }) => listAudit(ctx.prisma, filter, { cursor, limit }))
