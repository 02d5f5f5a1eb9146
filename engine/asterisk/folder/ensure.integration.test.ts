import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ok } from '../../errors'
import { type Debian, findDebian } from './debian'
import { ensureFolder, toolsDir } from './ensure'
import { exec } from './exec'
import { loaderCommand } from './libraries'
import type { Recipe } from './recipe'

/** Small, and with a library of its own. */
const recipe: Recipe = {
  name: 'hello',
  suite: 'forky',
  packages: ['hello'],
  needless: /^gcc/,
  programs: () => ['usr/bin/hello'],
  data: () => ['usr/share/doc/hello/copyright'],
  blocked: (debian) => [`usr/lib/${debian.triplet}/libnss_mdns.so.2`],
  finish: async (debian, root) => {
    const [loader, ...args] = loaderCommand(debian, root)
    return ok((await exec(loader, [...args, join(root, 'usr/bin/hello')])).stdout.trim())
  },
}

async function machine(): Promise<Debian> {
  const debian = await findDebian()
  if (!debian.ok) throw new Error(debian.error.message)
  return debian.value
}

let parent: string
beforeEach(() => {
  parent = join(mkdtempSync(join(tmpdir(), 'patchbay-tools-')), 'tools')
})
afterEach(() => rmSync(parent, { recursive: true, force: true }))

describe('a folder of Debian packages', () => {
  it('is built once, runs from its own libraries, and holds nothing else', async () => {
    const debian = await machine()
    const steps: string[] = []
    const note = (step: string) => void steps.push(step)
    const [one, other] = await Promise.all([ensureFolder(recipe, debian, note, parent), ensureFolder(recipe, debian, note, parent)])
    expect(one).toMatchObject({ ok: true, value: { version: 'Hello, world!' } })
    expect(other).toEqual(one)
    expect(steps.filter((step) => step === 'Reading Debian’s package list')).toHaveLength(1)
    expect(steps).toContain('Waiting for another process that prepares hello')

    const root = one.ok ? one.value.root : ''
    expect(readdirSync(join(root, 'usr/lib', debian.triplet))).toEqual(expect.arrayContaining(['libc.so.6', 'libnss_mdns.so.2']))
    expect(readdirSync(join(root, 'usr/lib', debian.triplet)).length).toBeLessThan(4)
    expect(readdirSync(join(root, 'usr')).sort()).toEqual(['bin', 'lib', 'lib64', 'share'])

    const again: string[] = []
    expect(await ensureFolder(recipe, debian, (step) => void again.push(step), parent)).toEqual(one)
    expect(again).toEqual([])
  })

  it('that a killed process left half built is built again', async () => {
    const debian = await machine()
    const script = `import { ensureFolder } from ${JSON.stringify(join(import.meta.dirname, 'ensure.ts'))}
      const recipe = { name: 'hello', suite: 'forky', packages: ['hello'], needless: /^gcc/, programs: () => ['usr/bin/hello'], data: () => [], blocked: () => [] }
      await ensureFolder(recipe, ${JSON.stringify(debian)}, console.log, ${JSON.stringify(parent)})`
    const builder = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(builder.stdout, 'data')
    builder.kill('SIGKILL')
    await once(builder, 'close')
    const left = readdirSync(parent)
    expect(left.some((name) => name.includes('.building-'))).toBe(true)

    const bare = { ...recipe, data: () => [], blocked: () => [] }
    const built = await ensureFolder(bare, debian, () => {}, parent)
    expect(built).toMatchObject({ ok: true, value: { version: 'Hello, world!' } })
    expect(readdirSync(parent).filter((name) => name.includes('.building-'))).toEqual([])
  })

  it('that cannot be had says why, and leaves nothing', async () => {
    const built = await ensureFolder({ ...recipe, packages: ['no-such-package'] }, await machine(), () => {}, parent)
    expect(built).toMatchObject({ ok: false, error: { code: 'ASTERISK_UNAVAILABLE', message: expect.stringContaining('no-such-package') } })
    expect(readdirSync(parent).filter((name) => !name.endsWith('.lock'))).toEqual([])
  })

  it('is kept where PATCHBAY_TOOLS_DIR says, else in the user’s cache', () => {
    expect(toolsDir({ PATCHBAY_TOOLS_DIR: '/t', XDG_CACHE_HOME: '/c' })).toBe('/t')
    expect(toolsDir({ XDG_CACHE_HOME: '/c' })).toBe('/c/patchbay')
    expect(toolsDir({})).toMatch(/\/\.cache\/patchbay$/)
    expect(existsSync(parent)).toBe(false)
  })
})
