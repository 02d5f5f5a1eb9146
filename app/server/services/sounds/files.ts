import { join } from 'node:path'

/** The formats that a sound is kept in, by file ending: Asterisk takes the one nearest to the call's codec. */
export const soundFormats = [
  { ending: 'wav', rate: 8000 },
  { ending: 'wav16', rate: 16000 },
] as const

/** Absolute paths of a sound's files; `file` is the row's, relative and without ending. */
export function soundFiles(dataFolder: string, file: string): string[] {
  return soundFormats.map(({ ending }) => join(dataFolder, `${file}.${ending}`))
}
