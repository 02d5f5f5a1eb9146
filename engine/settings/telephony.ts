import type { Vault } from '@/engine/vault'
import type { Database } from '@/prisma/client'
import { readSetting } from './read'

/** What administrators set up of telephony, with passwords opened: never log it. */
export interface TelephonySettings {
  readonly trustedNetworks: readonly string[]
  readonly phones: readonly { readonly extension: string; readonly secret: string; readonly displayName: string }[]
  readonly trunk?: { readonly host: string; readonly username?: string; readonly secret?: string; readonly fromNumber?: string }
}

/** Phones, trunk and trusted networks. A password that no longer opens leaves its phone or trunk out. */
export async function readTelephonySettings(database: Database, vault: Vault): Promise<TelephonySettings> {
  const [rows, trunk, trustedNetworks] = await Promise.all([
    database.phone.findMany({ orderBy: { extension: 'asc' } }),
    readSetting(database, 'telephony.trunk'),
    readSetting(database, 'telephony.trustedNetworks'),
  ])
  const phones = rows.flatMap((row) => {
    const secret = vault.open(row.ciphertext)
    return secret.ok ? [{ extension: row.extension, secret: secret.value, displayName: row.name }] : []
  })
  if (!trunk) return { trustedNetworks, phones }
  const { sealedPassword, ...line } = trunk
  if (!sealedPassword) return { trustedNetworks, phones, trunk: line }
  const secret = vault.open(sealedPassword)
  return secret.ok ? { trustedNetworks, phones, trunk: { ...line, secret: secret.value } } : { trustedNetworks, phones }
}
