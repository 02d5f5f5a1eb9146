import { randomInt } from 'node:crypto'
import { fail, ok, type Result } from '@/engine/errors'
import type { Database } from '@/prisma/client'
import type { ActingContext } from '../../context'
import { newId } from '../../ids'
import { type AuditFact, record } from '../audit/record'

export interface PhoneSummary {
  readonly id: string
  readonly extension: string
  readonly name: string
  readonly createdAt: Date
}

/** Desk phones that may register. */
export async function listPhones(prisma: Database): Promise<PhoneSummary[]> {
  return prisma.phone.findMany({ orderBy: { extension: 'asc' }, select: { id: true, extension: true, name: true, createdAt: true } })
}

/** Makes an account for a desk phone; its password is told once. `NUMBER_TAKEN` when a phone or a flow has the extension. */
export async function createPhone(
  ctx: ActingContext,
  { extension, name }: { readonly extension: string; readonly name: string },
): Promise<Result<{ phoneId: string; password: string }>> {
  const password = sipPassword()
  const phoneId = newId()
  const made = await ctx.prisma.$transaction(async (tx): Promise<Result<void>> => {
    const entry = await tx.entryPoint.findUnique({
      where: { kind_key: { kind: 'number', key: extension } },
      include: { flow: { select: { name: true } } },
    })
    const phone = await tx.phone.findUnique({ where: { extension } })
    const by = entry?.flow.name ?? phone?.name
    if (by !== undefined) return fail('NUMBER_TAKEN', `${extension} already belongs to "${by}".`, { number: extension, by })
    await tx.phone.create({ data: { id: phoneId, extension, name, ciphertext: ctx.vault.seal(password) } })
    await record(tx, ctx.actor, fact('phone.create', phoneId, extension, name))
    return ok()
  })
  if (!made.ok) return made
  await tellTelephony(ctx)
  return ok({ phoneId, password })
}

/** Ends a phone's account. */
export async function removePhone(ctx: ActingContext, phoneId: string): Promise<Result<void>> {
  const done = await ctx.prisma.$transaction(async (tx): Promise<Result<void>> => {
    const phone = await tx.phone.findUnique({ where: { id: phoneId } })
    if (!phone) return noPhone()
    await tx.phone.delete({ where: { id: phoneId } })
    await record(tx, ctx.actor, fact('phone.remove', phoneId, phone.extension, phone.name))
    return ok()
  })
  if (done.ok) await tellTelephony(ctx)
  return done
}

/** Gives a phone a new password, told once; the old one no longer registers. */
export async function resetPhonePassword(ctx: ActingContext, phoneId: string): Promise<Result<{ password: string }>> {
  const password = sipPassword()
  const done = await ctx.prisma.$transaction(async (tx): Promise<Result<void>> => {
    const phone = await tx.phone.findUnique({ where: { id: phoneId } })
    if (!phone) return noPhone()
    await tx.phone.update({ where: { id: phoneId }, data: { ciphertext: ctx.vault.seal(password) } })
    await record(tx, ctx.actor, fact('phone.reset-password', phoneId, phone.extension, phone.name))
    return ok()
  })
  if (!done.ok) return done
  await tellTelephony(ctx)
  return ok({ password })
}

function fact(action: AuditFact['action'], phoneId: string, extension: string, name: string): AuditFact {
  return { action, subject: extension, subjectId: phoneId, details: { name } }
}

function noPhone(): Result<never> {
  return fail('NOT_FOUND', 'This phone is not there.')
}

async function tellTelephony({ engine, log }: ActingContext): Promise<void> {
  const told = await engine.reloadTelephony()
  if (!told.ok) log.warn({ code: told.error.code }, 'the phone is stored; the engine takes it over at its next start')
}

const alphabet = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** 20 characters that can be typed on a phone: 115 bits. */
function sipPassword(): string {
  return Array.from({ length: 20 }, () => alphabet[randomInt(alphabet.length)]).join('')
}
