import { z } from 'zod'
import { procedure } from '../../trpc'

/** The language of one's pages; null = the browser's. */
export const setLocale = procedure('account.use')
  .input(z.object({ locale: z.enum(['en', 'zh-CN']).nullable() }))
  .mutation(async ({ ctx, input }) => {
    // The machine's own user has no account to remember it in.
    if (ctx.actor.id !== null) await ctx.prisma.user.update({ where: { id: ctx.actor.id }, data: { locale: input.locale } })
  })
