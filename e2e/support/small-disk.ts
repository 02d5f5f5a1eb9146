import { execFileSync, spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A disk of a test's own that can be filled to the last byte. */
export interface SmallDisk {
  readonly folder: string
  fill(): void
  free(): void
  remove(): void
}

/** A disk of that many megabytes, in memory. Mounting it needs root, as SIPp's captures do. */
export function smallDisk(megabytes: number): SmallDisk {
  const { folder, unmount } = mounted(megabytes) ?? containersOwn()
  const ballast = join(folder, 'ballast')
  return {
    folder,
    fill() {
      const file = openSync(ballast, 'w')
      // Smaller and smaller pieces, until not even a byte fits.
      for (let piece = 1024 * 1024; piece >= 1; piece = Math.floor(piece / 16)) writeAll(file, Buffer.alloc(piece))
      closeSync(file)
    },
    free: () => rmSync(ballast, { force: true }),
    remove() {
      unmount()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

interface Place {
  readonly folder: string
  unmount(): void
}

function mounted(megabytes: number): Place | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'patchbay-disk-'))
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=700`, 'patchbay-test', folder])
  if (status === 0) return { folder, unmount: () => execFileSync('umount', ['-l', folder]) }
  rmSync(folder, { recursive: true })
  return undefined
}

/** A container may not mount anything, but has a small disk in memory of its own. */
function containersOwn(): Place {
  const { bsize, blocks } = statfsSync('/dev/shm')
  if (bsize * blocks > 256 * 1024 * 1024) throw new Error('The test of a full disk needs the right to mount one: run it as root.')
  return { folder: mkdtempSync('/dev/shm/patchbay-disk-'), unmount: () => {} }
}

function writeAll(file: number, piece: Buffer): void {
  try {
    while (writeSync(file, piece) > 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
  }
}
