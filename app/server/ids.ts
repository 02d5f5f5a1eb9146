import { customAlphabet } from 'nanoid'

const random = customAlphabet('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', 21)

/** A new random id: 21 letters and digits. None begins with a dash, which a command line would take for an option. */
export function newId(): string {
  return random()
}
