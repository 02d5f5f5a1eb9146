import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fail, ok, type Result } from '@/engine/errors'
import type { ActingContext } from '../../context'
import { newId } from '../../ids'
import { record } from '../audit/record'
import { toWav } from './convert'
import { soundFiles, soundFormats } from './files'
import { resample } from './resample'
import { readWav, type Samples, writeWav } from './wav'

/** Longer ones are music or books, not prompts. */
const MAX_MS = 10 * 60_000

/** Puts a WAV file, or what this machine can make one of, into the library under a name, converted to what calls carry. `NAME_TAKEN` unless `replace`. */
export async function addSound(
  ctx: Pick<ActingContext, 'prisma' | 'config' | 'actor'>,
  { name, bytes, replace }: { readonly name: string; readonly bytes: Uint8Array; readonly replace: boolean },
): Promise<Result<{ name: string; durationMs: number }>> {
  const { prisma, actor } = ctx
  const before = await prisma.sound.findUnique({ where: { name } })
  if (before && !replace) return fail('NAME_TAKEN', `There already is a sound "${name}".`, { name })
  const wav = await toWav(bytes)
  if (!wav.ok) return wav
  const samples = readWav(wav.value)
  if (!samples.ok) return samples
  const durationMs = Math.round((samples.value.values.length / samples.value.rate) * 1000)
  if (durationMs === 0) return fail('SOUND_UNREADABLE', 'The sound is empty.', { reason: 'empty' })
  if (durationMs > MAX_MS) return fail('INPUT_TOO_LARGE', 'A sound may be 10 minutes long at most.', { minutes: 10 })
  const id = newId()
  // A name of its own for each upload: a call that plays the old one is not disturbed.
  const file = `sounds/${id}`
  await writeSound(ctx.config.dataFolder, file, samples.value)
  await prisma.$transaction(async (tx) => {
    await tx.sound.upsert({
      where: { name },
      create: { id, name, file, durationMs, createdById: actor.id },
      update: { file, durationMs, createdAt: new Date(), createdById: actor.id },
    })
    await record(tx, actor, {
      action: 'sound.add',
      subject: name,
      subjectId: before?.id ?? id,
      details: { durationMs, replaced: before !== null },
    })
  })
  if (before) for (const old of soundFiles(ctx.config.dataFolder, before.file)) await rm(old, { force: true })
  return ok({ name, durationMs })
}

async function writeSound(dataFolder: string, file: string, samples: Samples): Promise<void> {
  for (const [index, path] of soundFiles(dataFolder, file).entries()) {
    const format = soundFormats[index]
    if (!format) continue
    await mkdir(dirname(path), { recursive: true })
    // Complete or not there at all.
    await writeFile(`${path}.part`, writeWav(await resample(samples, format.rate)))
    await rename(`${path}.part`, path)
  }
}
