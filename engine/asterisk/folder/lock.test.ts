import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { withLock } from './lock'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'patchbay-lock-'))
})
afterEach(() => rmSync(dir, { recursive: true }))

const nothing = () => {}

it('given two at work, the second begins when the first has ended', async () => {
  const file = join(dir, 'lock')
  const order: string[] = []
  let release = nothing
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  const first = withLock(file, nothing, async () => {
    order.push('first begins')
    await released
    order.push('first ends')
  })
  let second: Promise<unknown> = first
  await new Promise<void>((waiting) => {
    second = withLock(file, waiting, async () => order.push('second begins'))
  })
  release()
  await Promise.all([first, second])
  expect(order).toEqual(['first begins', 'first ends', 'second begins'])
})

it('given work that throws, the lock is free again', async () => {
  const file = join(dir, 'lock')
  await expect(withLock(file, nothing, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await withLock(file, nothing, async () => 'free')).toBe('free')
})

it('given a holder that is killed, the lock is free again', async () => {
  const file = join(dir, 'lock')
  const script = `import { withLock } from ${JSON.stringify(join(import.meta.dirname, 'lock.ts'))}
    void withLock(${JSON.stringify(file)}, () => {}, () => { console.log('held'); return new Promise(() => setInterval(() => {}, 1000)) })`
  const holder = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(holder.stdout, 'data')
  holder.kill('SIGKILL')
  expect(await withLock(file, nothing, async () => 'free')).toBe('free')
})
