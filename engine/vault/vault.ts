import { createCipheriv, createDecipheriv, randomFillSync } from 'node:crypto'
import { fail, ok, type Result } from '@/engine/errors'

const VERSION = 'v1.'
const IV_BYTES = 12
const TAG_BYTES = 16

/** Seals texts with the data folder's key (AES-256-GCM). A sealed text is ASCII and says nothing of its content but the length. */
export interface Vault {
  seal(text: string): string
  /** `SECRET_UNREADABLE` when it was sealed with another key or has been changed. */
  open(sealed: string): Result<string>
}

/** `createVault(key).seal('s3cret')`; the key has 32 bytes. */
export function createVault(key: Buffer): Vault {
  return {
    seal(text) {
      const iv = freshIv()
      const cipher = createCipheriv('aes-256-gcm', key, iv)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return VERSION + Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')
    },
    open(sealed) {
      if (!sealed.startsWith(VERSION)) return unreadable()
      const bytes = Buffer.from(sealed.slice(VERSION.length), 'base64url')
      if (bytes.length < IV_BYTES + TAG_BYTES) return unreadable()
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES))
        decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
        const body = bytes.subarray(IV_BYTES + TAG_BYTES)
        return ok(decipher.update(body, undefined, 'utf8') + decipher.final('utf8'))
      } catch {
        return unreadable() // GCM's only complaint: the tag does not match
      }
    },
  }
}

/** Random bytes come cheap by the kilobyte. */
const pool = Buffer.alloc(IV_BYTES * 256)
let used = pool.length

/** Never the same twice: each slice of the pool is given out once. */
function freshIv(): Buffer {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += IV_BYTES
  return Buffer.from(pool.subarray(used - IV_BYTES, used))
}

function unreadable(): Result<never> {
  return fail('SECRET_UNREADABLE', 'A sealed value cannot be opened: it was sealed with another key, or has been changed.')
}
