import { randomBytes } from 'node:crypto'

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const LENGTH = 20

/** Letters and digits alone, so that ids made from it can name files, playbacks and channels. 119 bits. */
export function newId(): string {
  let id = ''
  while (id.length < LENGTH) {
    for (const byte of randomBytes(LENGTH + 8)) {
      // 248 = 4 × 62: what is above would make some characters likelier.
      if (byte < 248 && id.length < LENGTH) id += ALPHABET[byte % 62]
    }
  }
  return id
}
