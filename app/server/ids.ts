import { nanoid } from 'nanoid'

/** A new random id: 21 characters that URLs and file names allow. */
export function newId(): string {
  return nanoid()
}
