import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { wav } from '@/e2e/support/caller/wav'
import { mendWav, wavDurationMs } from './wav'

describe('a recording', () => {
  let folder: string
  let file: string
  const whole = Buffer.from(wav(new Int16Array(8000).fill(99)))
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'wav-'))
    file = join(folder, 'message.wav')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  test('given its writer was killed, when it is mended, then it is as if it had been closed', () => {
    const cut = Buffer.from(whole)
    cut.writeUInt32LE(0, 4)
    cut.writeUInt32LE(0, 40)
    writeFileSync(file, cut)
    mendWav(file)
    expect(readFileSync(file).equals(whole)).toBe(true)
    expect(wavDurationMs(file)).toBe(1000)
  })

  test.each([
    ['whole', whole],
    ['a header alone', whole.subarray(0, 44)],
    ['something else', Buffer.alloc(100)],
  ])('given one that is %s, then not a byte of it changes', (_what, bytes) => {
    writeFileSync(file, bytes)
    mendWav(file)
    expect(readFileSync(file).equals(bytes)).toBe(true)
  })

  test('given none, then nothing is made', () => {
    mendWav(file)
    expect(wavDurationMs(file)).toBe(0)
  })
})
