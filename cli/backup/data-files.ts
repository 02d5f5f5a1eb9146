import { isAbsolute, normalize, relative, resolve, sep } from 'node:path'
import { soundFiles } from '@/app/server/services/sounds/files'

/** What rows of the database say of files. */
export interface FileRows {
  readonly recordings: readonly { readonly file: string }[]
  readonly sounds: readonly { readonly file: string }[]
}

/** The files that a database refers to and that lie in the data folder, relative to it. */
export function dataFiles(dataFolder: string, { recordings, sounds }: FileRows): string[] {
  const absolute = [...recordings.map(({ file }) => file), ...sounds.flatMap(({ file }) => soundFiles('', file))]
  return absolute.map((file) => soundInside(dataFolder, file)).filter((file) => file !== undefined)
}

/** The path of a sound relative to the folder; undefined for any other file, and for one outside. */
export function soundInside(folder: string, path: string): string | undefined {
  return /\.(wav|wav16)$/.test(path) ? inside(folder, path) : undefined
}

/** The path relative to the folder; undefined when it leads out of it, or is the folder itself. */
function inside(folder: string, path: string): string | undefined {
  if (path === '' || path.includes('\0')) return undefined
  const within = normalize(relative(folder, resolve(folder, path)))
  return within === '.' || within === '..' || within.startsWith(`..${sep}`) || isAbsolute(within) ? undefined : within
}
