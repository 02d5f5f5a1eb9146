import { createHash } from 'node:crypto'
import { type BetterAuthOptions, betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { admin } from 'better-auth/plugins/admin'
import { adminAc, userAc } from 'better-auth/plugins/admin/access'
import type { Logger } from 'pino'
import type { Database } from '@/prisma/client'
import { databaseKind } from '@/prisma/database'
import { newId } from '../ids'
import { PASSWORD_MAX, PASSWORD_MIN } from './password'

export interface AuthOptions {
  readonly prisma: Database
  readonly databaseUrl: string
  readonly secret: string
  /** The request came over https: cookies are then for https only. */
  readonly secure: boolean
  readonly log: Logger
}

/**
 * better-auth for passwords and login cookies. Its base URL is each request's own origin, so that the pages work under any
 * address of this machine while requests from other origins are refused.
 */
export function createAuth(options: AuthOptions) {
  return betterAuth(authOptions(options))
}

export type Auth = ReturnType<typeof createAuth>

function authOptions({ prisma, databaseUrl, secret, secure, log }: AuthOptions) {
  return {
    appName: 'Patchbay',
    secret,
    basePath: '/api/auth',
    database: prismaAdapter(prisma, { provider: databaseKind(databaseUrl) }),
    // Only administrators make users (users.create).
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN,
      maxPasswordLength: PASSWORD_MAX,
    },
    user: { modelName: 'user', additionalFields: { locale: { type: 'string', required: false, input: false } } },
    session: { modelName: 'loginSession', expiresIn: 7 * 24 * 3600, updateAge: 24 * 3600 },
    account: { modelName: 'loginAccount' },
    verification: { modelName: 'loginVerification' },
    advanced: {
      useSecureCookies: secure,
      // Said aloud, as better-auth drops both checks by itself where NODE_ENV is `test`.
      disableCSRFCheck: false,
      disableOriginCheck: false,
      // Cookies do not tell ports apart: two copies on one machine need names of their own.
      cookiePrefix: `patchbay-${createHash('sha256').update(secret).digest('hex').slice(0, 8)}`,
      database: { generateId: newId },
      ipAddress: { ipAddressHeaders: ['x-forwarded-for'] },
    },
    // Sign-in is throttled before it comes here, by account and by address (throttle.ts).
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // Wrong passwords and foreign origins are answers, not faults of ours.
    logger: { level: 'error', log: (level, message) => log[level === 'error' ? 'warn' : level](`sign-in: ${message}`) },
    plugins: [
      admin({
        defaultRole: 'agent',
        adminRoles: ['administrator'],
        roles: { administrator: adminAc, analyst: userAc, supervisor: userAc, agent: userAc, auditor: userAc },
        bannedUserMessage: 'This account is disabled. Ask an administrator.',
      }),
    ],
  } satisfies BetterAuthOptions
}
