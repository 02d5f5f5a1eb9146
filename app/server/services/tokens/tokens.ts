import { fail, ok, type Result } from '@/engine/errors'
import { newToken } from '../../auth/tokens'
import type { ActingContext } from '../../context'
import { accessChanged } from '../../events/access'
import { newId } from '../../ids'
import { record } from '../audit/record'

export interface TokenSummary {
  readonly tokenId: string
  readonly name: string
  readonly createdAt: Date
  readonly lastUsedAt: Date | null
  readonly expiresAt: Date | null
}

const DAY_MS = 24 * 3600_000

/** One's own tokens; nobody sees another's. */
export async function listTokens({ prisma, actor }: ActingContext): Promise<TokenSummary[]> {
  if (actor.id === null) return []
  const rows = await prisma.apiToken.findMany({ where: { userId: actor.id }, orderBy: { createdAt: 'desc' } })
  return rows.map(({ id, name, createdAt, lastUsedAt, expiresAt }) => ({ tokenId: id, name, createdAt, lastUsedAt, expiresAt }))
}

/** A token that acts with its owner's role. The token itself is told once. */
export async function createToken(
  { prisma, actor }: ActingContext,
  { name, expiresInDays }: { readonly name: string; readonly expiresInDays?: number },
): Promise<Result<{ tokenId: string; token: string }>> {
  const { id: userId } = actor
  if (userId === null) return fail('FORBIDDEN', 'A token belongs to a person: sign in to make one.')
  const { token, hash } = newToken()
  const tokenId = newId()
  await prisma.$transaction(async (tx) => {
    const expiresAt = expiresInDays === undefined ? null : new Date(Date.now() + expiresInDays * DAY_MS)
    await tx.apiToken.create({ data: { id: tokenId, name, hash, userId, expiresAt } })
    await record(tx, actor, { action: 'token.create', subject: name, subjectId: tokenId })
  })
  return ok({ tokenId, token })
}

/** Ends one of one's own tokens. */
export async function revokeToken({ prisma, actor }: ActingContext, tokenId: string): Promise<Result<void>> {
  const done = await prisma.$transaction(async (tx): Promise<Result<void>> => {
    const token = await tx.apiToken.findUnique({ where: { id: tokenId } })
    if (!token || token.userId !== actor.id) return fail('NOT_FOUND', 'This token is not there.')
    await tx.apiToken.delete({ where: { id: tokenId } })
    await record(tx, actor, { action: 'token.revoke', subject: token.name, subjectId: tokenId })
    return ok()
  })
  accessChanged()
  return done
}
