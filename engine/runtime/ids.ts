import { randomFillSync } from 'node:crypto'

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const LENGTH = 20

/** Random bytes come cheap by the kilobyte. */
const pool = Buffer.alloc(4096)
let used = pool.length

/** Letters and digits alone, so that ids made from it can name files, playbacks and channels. 119 bits. */
export function newId(): string {
  let id = ''
  while (id.length < LENGTH) {
    const byte = randomByte()
    // 248 = 4 × 62: what is above would make some characters likelier.
    if (byte < 248) id += ALPHABET[byte % 62]
  }
  return id
}

function randomByte(): number {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  return pool[used++] ?? 0
}
