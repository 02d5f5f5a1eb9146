import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fail, ok, type Result } from '../../errors'
import type { Progress } from '../progress'
import { openApt } from './apt'
import type { Debian } from './debian'
import { findLibraries } from './libraries'
import { withLock } from './lock'
import { prune } from './prune'
import { folderName, type Recipe } from './recipe'

/** Where folders are kept, for every copy of Patchbay of this user: `PATCHBAY_TOOLS_DIR`, or the user's cache. */
export function toolsDir(env: Readonly<Record<string, string | undefined>> = process.env): string {
  return env.PATCHBAY_TOOLS_DIR ?? join(env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'patchbay')
}

/** A folder that was built to its end. */
export interface ReadyFolder {
  readonly root: string
  /** What its main program reports as its version. */
  readonly version: string
}

const MARKER = '.complete'

/**
 * The recipe's folder, built now if it is not there (10 to 30 s). Two processes that want it build it once; one that
 * is killed leaves nothing that could be taken for a finished folder. Fails with `ASTERISK_UNAVAILABLE`.
 */
export async function ensureFolder(recipe: Recipe, debian: Debian, progress: Progress, parent = toolsDir()): Promise<Result<ReadyFolder>> {
  const root = join(parent, folderName(recipe, debian))
  const ready = await readMarker(root)
  if (ready) return ok(ready)
  try {
    await mkdir(parent, { recursive: true })
    const wait = () => progress(`Waiting for another process that prepares ${recipe.name}`)
    return await withLock(`${root}.lock`, wait, async () => (await readOnceMore(root)) ?? build(recipe, debian, root, progress))
  } catch (error) {
    return fail('ASTERISK_UNAVAILABLE', `The folder ${root} cannot be prepared: ${error instanceof Error ? error.message : String(error)}.`)
  }
}

async function readOnceMore(root: string): Promise<Result<ReadyFolder> | undefined> {
  const ready = await readMarker(root)
  return ready && ok(ready)
}

async function readMarker(root: string): Promise<ReadyFolder | undefined> {
  const version = await readFile(join(root, MARKER), 'utf8').catch(() => undefined)
  return version === undefined ? undefined : { root, version }
}

/** Builds beside `root` and renames at the end. */
async function build(recipe: Recipe, debian: Debian, root: string, progress: Progress): Promise<Result<ReadyFolder>> {
  await removeLeftovers(root)
  const work = await mkdtemp(`${root}.building-`)
  try {
    const made = join(work, 'root')
    await mkdir(made)
    const filled = await fill(recipe, debian, made, join(work, 'apt'), progress)
    if (!filled.ok) return filled
    for (const path of recipe.blocked(debian)) await writeFile(join(made, path), '')
    progress(`Checking ${recipe.name}`)
    const version = await recipe.finish(debian, made)
    if (!version.ok) return version
    await writeFile(join(made, MARKER), version.value)
    await rm(root, { recursive: true, force: true })
    await rename(made, root)
    return ok({ root, version: version.value })
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/** Builds that were killed; we hold the lock, so nobody is at work in them. */
async function removeLeftovers(root: string): Promise<void> {
  const parent = dirname(root)
  for (const name of await readdir(parent)) {
    const path = join(parent, name)
    if (path.startsWith(`${root}.building-`)) await rm(path, { recursive: true, force: true })
  }
}

/** Unpacks what is likely needed; if a library turns out to be missing, the rest of the closure too. Then prunes. */
async function fill(recipe: Recipe, debian: Debian, made: string, home: string, progress: Progress): Promise<Result<void>> {
  const apt = await openApt(debian, recipe.suite, home, progress)
  if (!apt.ok) return apt
  const closure = await apt.value.closure(recipe.packages)
  if (!closure.ok) return closure

  const likely = closure.value.filter((name) => recipe.packages.includes(name) || !recipe.needless.test(name))
  const rest = closure.value.filter((name) => !likely.includes(name))
  const first = await apt.value.unpack(likely, made)
  if (!first.ok) return first
  const programs = await expand(made, recipe.programs(debian))
  let libraries = await findLibraries(debian, made, programs)
  if (libraries.missing.length > 0 && rest.length > 0) {
    const second = await apt.value.unpack(rest, made)
    if (!second.ok) return second
    libraries = await findLibraries(debian, made, programs)
  }
  if (libraries.missing.length > 0) {
    return fail('ASTERISK_UNAVAILABLE', `Libraries are missing in Debian’s packages: ${libraries.missing.join(', ')}.`)
  }
  await prune(
    made,
    libraries.inside,
    recipe.data(debian).map((path) => join(made, path)),
  )
  return ok()
}

async function expand(root: string, patterns: readonly string[]): Promise<string[]> {
  const files: string[] = []
  for (const pattern of patterns) {
    const path = join(root, pattern)
    if (!pattern.endsWith('*')) files.push(path)
    else {
      const names = await readdir(dirname(path))
      files.push(...names.map((name) => join(dirname(path), name)).filter((file) => file.startsWith(path.slice(0, -1))))
    }
  }
  return files
}
