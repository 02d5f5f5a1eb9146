import { z } from 'zod'
import { unwrap } from '../../problem-error'
import { getVersion } from '../../services/flows/versions'
import { procedure } from '../../trpc'
import { Id } from '../inputs'

export const version = procedure('flow.view')
  .input(z.object({ versionId: Id }))
  .query(async ({ ctx, input }) => unwrap(await getVersion(ctx.prisma, input.versionId)))
