import { rm } from 'node:fs/promises'
import { fail, ok, type Result } from '@/engine/errors'
import type { Database } from '@/prisma/client'
import type { ActingContext } from '../../context'
import { record } from '../audit/record'
import { nameIn, userNames } from '../names'
import { soundFiles } from './files'

export interface SoundSummary {
  readonly name: string
  readonly durationMs: number
  readonly createdAt: Date
  readonly createdBy: string | null
}

/** The sound library. */
export async function listSounds(prisma: Database): Promise<SoundSummary[]> {
  const rows = await prisma.sound.findMany({ orderBy: { name: 'asc' } })
  const names = await userNames(
    prisma,
    rows.map((row) => row.createdById),
  )
  return rows.map(({ name, durationMs, createdAt, createdById }) => ({
    name,
    durationMs,
    createdAt,
    createdBy: nameIn(names, createdById),
  }))
}

/** Takes a sound out of the library; steps that play it then get a diagnostic. */
export async function removeSound({ prisma, config, actor }: ActingContext, name: string): Promise<Result<void>> {
  const removed = await prisma.$transaction(async (tx): Promise<Result<string>> => {
    const sound = await tx.sound.findUnique({ where: { name } })
    if (!sound) return noSound(name)
    await tx.sound.delete({ where: { name } })
    await record(tx, actor, { action: 'sound.remove', subject: name, subjectId: sound.id })
    return ok(sound.file)
  })
  if (!removed.ok) return removed
  for (const file of soundFiles(config.dataFolder, removed.value)) await rm(file, { force: true })
  return ok()
}

export function noSound(name: string): Result<never> {
  return fail('SOUND_MISSING', `There is no sound "${name}".`, { name })
}
