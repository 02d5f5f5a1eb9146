import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { type Child, keepRunning } from './child'

const folder = mkdtempSync(join(tmpdir(), 'child-'))
const children: Child[] = []
afterEach(async () => {
  for (const child of children.splice(0)) await child.stop()
})

function run(program: string, logFile: string) {
  const pids: (number | undefined)[] = []
  const crashes: string[] = []
  const child = keepRunning({
    name: 'test',
    args: ['-e', program],
    env: process.env,
    logFile,
    graceMs: 2000,
    onPid: (pid) => pids.push(pid),
    onCrash: (how) => crashes.push(how),
  })
  children.push(child)
  return { child, pids, crashes }
}

test('given a program that ends, then it is started again, and its log has both lives', async () => {
  const logFile = join(folder, 'log')
  const { crashes, pids } = run('console.log("alive")', logFile)
  await vi.waitFor(() => expect(crashes.length).toBeGreaterThan(1), 10_000)
  expect(readFileSync(logFile, 'utf8')).toMatch(/^alive\nalive\n/)
  expect(pids.slice(0, 3)).toEqual([expect.any(Number), undefined, expect.any(Number)])
  expect(crashes[0]).toBe('exit code 0')
  rmSync(folder, { recursive: true })
})

// Where nothing can be written, `/dev/full` says "no space left on device" as a full disk does.
test.each(['/dev/full', '/nowhere/log'])('given a log that cannot be written (%s), then the program goes on', async (logFile) => {
  // Much more than a pipe holds: it would stand still if nobody read.
  const talk = 'for (let i = 0; i < 50; i++) console.log("x".repeat(10_000)); process.exit(7)'
  const { crashes } = run(talk, logFile)
  await vi.waitFor(() => expect(crashes[0]).toBe('exit code 7'), 10_000)
})
