import { needsSeed, seed } from '@/prisma/seed'
import type { Step } from './step'

/**
 * Fills an empty database. The administrator's password is told right after it was made, for only its hash is kept: a
 * start that cannot go on later must not take it along.
 */
export async function firstStart(
  where: { readonly databaseUrl: string; readonly dataDir: string },
  step: Step,
  tell: (text: string) => void,
): Promise<void> {
  if (!(await needsSeed(where.databaseUrl))) return
  const { admin } = await step('Preparing sample data', () => seed(where))
  if (!admin) return
  tell(
    `\nThe administrator, shown only now:\n  Email:    ${admin.email}\n  Password: ${admin.password}\n  Lost it? npx patchbay user reset-password ${admin.email}\n`,
  )
}
