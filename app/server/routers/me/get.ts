import { procedure } from '../../trpc'

/** Who is signed in, and what they may do. */
export const get = procedure('account.use').query(({ ctx }) => {
  const { id, name, email, role, locale, permissions } = ctx.actor
  return { user: { id: id ?? '', name, email, role: role ?? '' }, permissions: [...permissions], locale }
})
