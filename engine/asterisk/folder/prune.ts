import { readdir, rm, rmdir } from 'node:fs/promises'
import { join } from 'node:path'

/** Removes everything below `folder` that is neither one of `files` nor at or below one of `folders`; true if it is empty then. */
export async function prune(folder: string, files: ReadonlySet<string>, folders: readonly string[]): Promise<boolean> {
  let left = 0
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (files.has(path) || folders.includes(path)) left++
    else if (!entry.isDirectory()) await rm(path)
    else if (await prune(path, files, folders)) await rmdir(path)
    else left++
  }
  return left === 0
}
