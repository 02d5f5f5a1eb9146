import { fail, ok, type Result } from '@/engine/errors'
import { readSetting, type SettingKey, type SettingValue } from '@/engine/settings'
import type { Database, DatabaseTransaction } from '@/prisma/client'
import type { ActingContext } from '../../context'
import { record } from '../audit/record'

export interface TrunkView {
  readonly host: string
  readonly username: string | null
  readonly hasPassword: boolean
  readonly fromNumber: string | null
}

export interface SettingsView {
  readonly allowedHosts: readonly string[]
  readonly trustedNetworks: readonly string[]
  readonly trunk: TrunkView | null
}

export interface SettingsChange {
  readonly allowedHosts?: readonly string[]
  readonly trustedNetworks?: readonly string[]
  /** Without `password` the stored one stays, as long as host and user name are the same. */
  readonly trunk?: {
    readonly host: string
    readonly username?: string | null
    readonly password?: string
    readonly fromNumber?: string | null
  } | null
}

/** All settings; of the trunk's password only whether there is one. */
export async function getSettings(prisma: Database): Promise<SettingsView> {
  const [allowedHosts, trustedNetworks, trunk] = await Promise.all([
    readSetting(prisma, 'http.allowedHosts'),
    readSetting(prisma, 'telephony.trustedNetworks'),
    readSetting(prisma, 'telephony.trunk'),
  ])
  return {
    allowedHosts,
    trustedNetworks,
    trunk: trunk && {
      host: trunk.host,
      username: trunk.username ?? null,
      hasPassword: trunk.sealedPassword !== undefined,
      fromNumber: trunk.fromNumber ?? null,
    },
  }
}

/** Changes what is given and leaves the rest; telephony takes its part over at once, or when the engine is next up. */
export async function changeSettings(ctx: ActingContext, change: SettingsChange): Promise<Result<void>> {
  const { prisma, actor, engine, log } = ctx
  const trunk = change.trunk === undefined ? undefined : await sealedTrunk(ctx, change.trunk)
  if (trunk && !trunk.ok) return trunk
  const changed = Object.keys(change)
  if (changed.length === 0) return ok()
  await prisma.$transaction(async (tx) => {
    if (change.allowedHosts) await write(tx, actor.id, 'http.allowedHosts', [...change.allowedHosts])
    if (change.trustedNetworks) await write(tx, actor.id, 'telephony.trustedNetworks', [...change.trustedNetworks])
    if (trunk) await write(tx, actor.id, 'telephony.trunk', trunk.value)
    const { trunk: line, ...plain } = change
    const details = { ...plain, ...(line === undefined ? {} : { trunk: line && { host: line.host, username: line.username ?? null } }) }
    await record(tx, actor, { action: 'settings.change', subject: changed.join(', '), details })
  })
  if (change.trunk !== undefined || change.trustedNetworks) {
    const told = await engine.reloadTelephony()
    if (!told.ok) log.warn({ code: told.error.code }, 'telephony settings are stored; the engine takes them over at its next start')
  }
  return ok()
}

async function sealedTrunk(
  { prisma, vault }: ActingContext,
  trunk: Exclude<SettingsChange['trunk'], undefined>,
): Promise<Result<SettingValue<'telephony.trunk'>>> {
  if (trunk === null) return ok(null)
  const { host, password, username: user, fromNumber } = trunk
  const username = user ?? undefined
  const before = await readSetting(prisma, 'telephony.trunk')
  const same = before?.host === host && before.username === username
  const sealedPassword = password !== undefined ? vault.seal(password) : same ? before.sealedPassword : undefined
  if (username !== undefined && sealedPassword === undefined) {
    return fail('INPUT_INVALID', 'A trunk with a user name needs its password.', {
      field: 'trunk.password',
      reason: 'missing',
      rule: 'missing',
    })
  }
  return ok({ host, username, sealedPassword, fromNumber: fromNumber ?? undefined })
}

async function write<K extends SettingKey>(tx: DatabaseTransaction, actorId: string | null, key: K, value: SettingValue<K>): Promise<void> {
  const data = { value: JSON.stringify(value), updatedById: actorId }
  await tx.setting.upsert({ where: { key }, create: { key, ...data }, update: data })
}
