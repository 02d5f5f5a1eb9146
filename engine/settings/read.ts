import type { Database } from '@/prisma/client'
import { type SettingKey, type SettingValue, settingSchemas } from './keys'

/** Reads a setting; its default where it was never set. */
export async function readSetting<K extends SettingKey>(database: Database, key: K): Promise<SettingValue<K>> {
  const row = await database.setting.findUnique({ where: { key } })
  // The schema of `key` yields exactly `SettingValue<K>`; TypeScript cannot follow the index.
  return settingSchemas[key].parse(row ? JSON.parse(row.value) : undefined) as SettingValue<K>
}
