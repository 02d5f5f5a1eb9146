import { z } from 'zod'
import { listRecordings } from '../../services/recordings/list'
import { procedure } from '../../trpc'
import { Page } from '../inputs'

export const list = procedure('call.listen')
  .input(Page.extend({ heard: z.boolean().optional(), search: z.string().trim().max(80).optional() }))
  .query(({ ctx, input: { cursor, limit, ...filter } }) => listRecordings(ctx.prisma, filter, { cursor, limit }))
