import { fail, ok, type Result } from '@/engine/errors'
import type { Database } from '@/prisma/client'
import type { ActingContext } from '../../context'
import { newId } from '../../ids'
import { record } from '../audit/record'
import { nameIn, userNames } from '../names'

export interface SecretSummary {
  readonly name: string
  readonly updatedAt: Date
  readonly updatedBy: string | null
}

/** The secrets' names; their values are never given out again. */
export async function listSecrets(prisma: Database): Promise<SecretSummary[]> {
  const rows = await prisma.secret.findMany({ orderBy: { name: 'asc' }, select: { name: true, updatedAt: true, updatedById: true } })
  const names = await userNames(
    prisma,
    rows.map((row) => row.updatedById),
  )
  return rows.map(({ name, updatedAt, updatedById }) => ({ name, updatedAt, updatedBy: nameIn(names, updatedById) }))
}

/** Stores a secret, sealed; HTTP steps use it by its name from now on. */
export async function setSecret({ prisma, vault, actor }: ActingContext, name: string, value: string): Promise<void> {
  const ciphertext = vault.seal(value)
  await prisma.$transaction(async (tx) => {
    const { id } = await tx.secret.upsert({
      where: { name },
      create: { id: newId(), name, ciphertext, updatedById: actor.id },
      update: { ciphertext, updatedById: actor.id },
    })
    await record(tx, actor, { action: 'secret.set', subject: name, subjectId: id })
  })
}

export async function removeSecret({ prisma, actor }: ActingContext, name: string): Promise<Result<void>> {
  return prisma.$transaction(async (tx): Promise<Result<void>> => {
    const secret = await tx.secret.findUnique({ where: { name }, select: { id: true } })
    if (!secret) return fail('SECRET_MISSING', `There is no secret "${name}".`, { name })
    await tx.secret.delete({ where: { name } })
    await record(tx, actor, { action: 'secret.remove', subject: name, subjectId: secret.id })
    return ok()
  })
}
