import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { begun } from '@/engine/store/testing/rows'
import { silentLog } from '../log'
import type { LoggedTick } from './log'
import { openLogFile } from './log-file'

const tick = (...ids: string[]): LoggedTick => ids.map((id) => [id, begun(id)] as const)

describe('the journal file', () => {
  let folder: string
  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'journal-')), 'run')
  })
  afterEach(() => rmSync(folder, { recursive: true }))
  const open = () => openLogFile(folder, silentLog)

  test('gives the next engine what was not stored, in order, and belongs to us alone', () => {
    const file = open()
    expect(file.append(tick('s1', 's2'))).toBe(true)
    expect(file.append(tick('s1'))).toBe(true)
    expect(open().read()).toEqual([tick('s1', 's2'), tick('s1')])
    expect(readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o777)).toEqual([0o600, 0o600])
  })

  test('forgets what has been stored, but not what came meanwhile', () => {
    const file = open()
    file.append(tick('s1'))
    const stored = file.mark()
    stored()
    expect(open().read()).toEqual([])
    file.append(tick('s2'))
    const storedToo = file.mark()
    file.append(tick('s3'))
    storedToo()
    expect(
      open()
        .read()
        .flat()
        .map(([id]) => id),
    ).toContain('s3')
  })

  test('forgets an earlier engine’s files only when all of theirs has been stored', () => {
    open().append(tick('s1'))
    const second = open()
    second.append(tick('s2'))
    expect(open().read()).toEqual([tick('s1'), tick('s2')])
    second.mark()()
    expect(open().read()).toEqual([])
  })

  test('leaves out a torn line', () => {
    open().append(tick('s1'))
    const [name = ''] = readdirSync(folder)
    appendFileSync(join(folder, name), '[["s2",{"steps":[{"sess')
    expect(open().read()).toEqual([tick('s1')])
  })

  test('goes on in another file once one has grown large', () => {
    const file = open()
    const big: LoggedTick = [['s1', { ...begun('s1'), memos: [{ sessionId: 's1', visit: 1, key: 'k', value: 'x'.repeat(5_000_000) }] }]]
    file.append(big)
    const stored = file.mark()
    file.append(tick('s2'))
    stored()
    expect(open().read()).toEqual([tick('s2')])
  })

  test('says when it cannot be written, and leaves no file behind when it is closed empty', () => {
    const file = open()
    file.close()
    expect(readdirSync(folder)).toEqual([])
    expect(file.append(tick('s1'))).toBe(false)
  })

  test('takes no notice of other files', () => {
    const file = open()
    writeFileSync(join(folder, 'engine.sock'), 'x')
    file.append(tick('s1'))
    expect(open().read()).toEqual([tick('s1')])
    expect(readFileSync(join(folder, 'engine.sock'), 'utf8')).toBe('x')
  })
})
