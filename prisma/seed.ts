import { randomPassword } from '@/app/server/auth/password'
import { hashPassword, insertUser } from '@/app/server/services/users/insert'
import { createPrisma, type Database } from './client'
import { seedDemo } from './seeds/demo'

/** What the first start has to tell. */
export interface Seeded {
  /** Present once: the password is stored as a hash only. */
  readonly admin?: { readonly email: string; readonly password: string }
}

export const ADMIN_EMAIL = 'admin@patchbay.local'

/** Whether this is the first start on that database, or the first went not far enough. */
export async function needsSeed(databaseUrl: string): Promise<boolean> {
  const prisma = createPrisma(databaseUrl)
  try {
    return await isUnseeded(prisma)
  } finally {
    await prisma.$disconnect()
  }
}

const isUnseeded = async (prisma: Database): Promise<boolean> => (await prisma.user.count()) === 0

/** On an empty database: the demo flow with sample calls, and an administrator with a random password. Otherwise nothing. */
export async function seed({ databaseUrl }: { readonly databaseUrl: string; readonly dataDir: string }): Promise<Seeded> {
  const prisma = createPrisma(databaseUrl)
  try {
    return await seedDatabase(prisma)
  } finally {
    await prisma.$disconnect()
  }
}

/** The administrator comes last: a start that was cut off before goes on with the rest. */
export async function seedDatabase(prisma: Database): Promise<Seeded> {
  if (!(await isUnseeded(prisma))) return {}
  if ((await prisma.flow.count()) === 0) await seedDemo(prisma)
  const password = randomPassword()
  await insertUser(prisma, { name: 'Administrator', email: ADMIN_EMAIL, role: 'administrator' }, await hashPassword(password))
  return { admin: { email: ADMIN_EMAIL, password } }
}
