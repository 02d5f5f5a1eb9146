import { createHash, randomBytes } from 'node:crypto'
import type { Database } from '@/prisma/client'
import { type Actor, actorOf } from './actor'

/** A new API token and the hash that is stored of it. */
export function newToken(): { readonly token: string; readonly hash: string } {
  const token = `pb_${randomBytes(32).toString('base64url')}`
  return { token, hash: hashToken(token) }
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** How exactly `lastUsedAt` is kept, so that a busy script does not write at each request. */
const USED_STEP_MS = 60_000

/** Who an `Authorization: Bearer pb_…` header speaks for; null when the token is unknown, revoked, expired, or its owner disabled. */
export async function actorOfToken(prisma: Database, authorization: string, now: Date = new Date()): Promise<Actor | null> {
  const token = /^Bearer (pb_[A-Za-z0-9_-]{20,100})$/.exec(authorization)?.[1]
  if (!token) return null
  const row = await prisma.apiToken.findUnique({ where: { hash: hashToken(token) }, include: { user: true } })
  if (!row || (row.expiresAt && row.expiresAt <= now)) return null
  if (!row.lastUsedAt || now.getTime() - row.lastUsedAt.getTime() > USED_STEP_MS) {
    await prisma.apiToken.updateMany({ where: { id: row.id }, data: { lastUsedAt: now } })
  }
  return actorOf(row.user, 'token')
}
