import { flows } from './routers/flows'
import { me } from './routers/me'
import { router } from './trpc'

export const appRouter = router({ me, flows })

/** The API as clients see it. */
export type AppRouter = typeof appRouter
