import { randomInt } from 'node:crypto'

export const PASSWORD_MIN = 10
export const PASSWORD_MAX = 128

// Without letters and digits that look alike when read from a terminal or a note.
const letters = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** A random password, e.g. `mYfK-7RtQ-pq4x-Zn8e`: 16 characters, 93 bits. */
export function randomPassword(): string {
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
  return [group(), group(), group(), group()].join('-')
}
