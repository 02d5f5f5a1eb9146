import { appendFileSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { cutLog } from './logs'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'patchbay-logs-'))
})
afterEach(() => rmSync(dir, { recursive: true }))

it('a large log is put aside while somebody goes on writing to it', async () => {
  const file = join(dir, 'console')
  const writer = openSync(file, 'a')
  writeSync(writer, 'old '.repeat(100))
  await cutLog(file, 100)
  writeSync(writer, 'new')
  expect(readFileSync(file, 'utf8')).toBe('new')
  expect(readFileSync(`${file}.1`, 'utf8')).toBe('old '.repeat(100))
})

it('a small log, or none, is left alone', async () => {
  const file = join(dir, 'console')
  await cutLog(file, 100)
  appendFileSync(file, 'x'.repeat(100))
  await cutLog(file, 100)
  expect(statSync(file).size).toBe(100)
})
