import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { exec } from './exec'

test('given a program with input, then its exit code, both outputs and every whole line are told', async () => {
  const lines: string[] = []
  const ended = await exec('sh', ['-c', 'cat; echo oh >&2; exit 3'], { input: 'one\ntwo\nrest', onLine: (line) => lines.push(line) })
  expect(ended).toEqual({ code: 3, stdout: 'one\ntwo\nrest', stderr: 'oh\n' })
  expect(lines.filter((line) => line !== 'oh')).toEqual(['one', 'two'])
  expect(lines).toContain('oh')
})

test('given a program that reads nothing of its input, then how it ended is told', async () => {
  expect(await exec('true', [], { input: 'x'.repeat(1_000_000) })).toEqual({ code: 0, stdout: '', stderr: '' })
})

test('given a program that is not there, then its code is 127', async () => {
  expect(await exec('/nowhere/program', [])).toMatchObject({ code: 127, stderr: expect.stringContaining('ENOENT') })
})

test('given we end first, then the program ends too', { timeout: 60_000 }, async () => {
  const script = `import { exec } from ${JSON.stringify(join(import.meta.dirname, 'exec.ts'))}
    void exec('sh', ['-c', 'echo $$; exec sleep 600'], { onLine: (pid) => { console.log(pid); setTimeout(() => process.exit(0)) } })`
  const parent = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [pid] = await once(parent.stdout, 'data')
  await vi.waitFor(() => expect(existsSync(`/proc/${String(pid).trim()}`)).toBe(false), 10_000)
})
