import { audit } from './routers/audit'
import { calls } from './routers/calls'
import { flows } from './routers/flows'
import { me } from './routers/me'
import { numbers } from './routers/numbers'
import { phone } from './routers/phone'
import { phones } from './routers/phones'
import { recordings } from './routers/recordings'
import { secrets } from './routers/secrets'
import { settings } from './routers/settings'
import { sounds } from './routers/sounds'
import { system } from './routers/system'
import { tokens } from './routers/tokens'
import { users } from './routers/users'
import { router } from './trpc'

export const appRouter = router({
  audit,
  calls,
  flows,
  me,
  numbers,
  phone,
  phones,
  recordings,
  secrets,
  settings,
  sounds,
  system,
  tokens,
  users,
})

/** The API as clients see it. */
export type AppRouter = typeof appRouter
