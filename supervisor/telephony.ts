import { readTelephonySettings, type TelephonySettings } from '@/engine/settings'
import { openVault } from '@/engine/vault'
import { createPrisma } from '@/prisma/client'

/** Reads what administrators set up, before Asterisk starts. */
export async function telephonySettings(databaseUrl: string, dataDir: string): Promise<TelephonySettings> {
  const database = createPrisma(databaseUrl)
  try {
    return await readTelephonySettings(database, openVault(dataDir))
  } finally {
    await database.$disconnect()
  }
}
