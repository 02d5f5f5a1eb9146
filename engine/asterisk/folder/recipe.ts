import { createHash } from 'node:crypto'
import type { Result } from '../../errors'
import type { Debian } from './debian'

/** How a folder of Debian packages is made. Paths are relative to the folder. */
export interface Recipe {
  /** First part of the folder's name. */
  readonly name: string
  /** Debian's suite the packages are from. */
  readonly suite: string
  readonly packages: readonly string[]
  /** Packages in the closure that nothing we keep needs. */
  readonly needless: RegExp
  /** Programs and modules kept together with the libraries they need. Shell-like: a last `*` matches any end. */
  readonly programs: (debian: Debian) => readonly string[]
  /** Other files and folders kept. */
  readonly data: (debian: Debian) => readonly string[]
  /** Files made empty: libraries of the machine that glibc would otherwise open by name. */
  readonly blocked: (debian: Debian) => readonly string[]
  /** Last touches, then a first run: the version it reports. */
  readonly finish: (debian: Debian, root: string) => Promise<Result<string>>
}

/** Changes whenever the recipe does, so that an old folder is never taken for a new one. */
export function folderName(recipe: Recipe, debian: Debian): string {
  const parts = [
    recipe.suite,
    recipe.packages,
    recipe.needless.source,
    recipe.programs(debian),
    recipe.data(debian),
    recipe.blocked(debian),
  ]
  const key = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 10)
  return `${recipe.name}-${debian.architecture}-${key}`
}
