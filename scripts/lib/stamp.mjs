import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's folder. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

const ignored = /(^|\/)(node_modules|generated|\.next|dist)$|\.(test|integration\.test)\.tsx?$/

function* filesBelow(path) {
  const stat = statSync(join(root, path), { throwIfNoEntry: false })
  if (!stat || ignored.test(path)) return
  if (!stat.isDirectory()) {
    yield path
    return
  }
  for (const name of readdirSync(join(root, path)).sort()) yield* filesBelow(`${path}/${name}`)
}

/** SHA-256 over the names and contents of files and folders, relative to the repository; tests left out. */
export function hashOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths) {
    for (const file of filesBelow(path))
      hash
        .update(file)
        .update('\0')
        .update(readFileSync(join(root, file)))
        .update('\0')
  }
  return hash.digest('hex')
}
