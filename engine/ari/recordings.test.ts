import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Ari } from './ari'
import { recordingName } from './ids'
import { Recordings } from './recordings'
import { AsteriskDouble } from './testing/asterisk-double'

const id = 's:1:m'

describe('the end of a recording', () => {
  let dir: string
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'recordings-'))
  })
  afterEach(() => rmSync(dir, { recursive: true }))

  async function recorded(fileMs: number, silenceSeconds = 0) {
    const recordings = new Recordings(new Ari(new AsteriskDouble()), dir)
    await recordings.start('c1', id, { maxSeconds: 60, silenceSeconds, beep: false, terminator: '#' })
    writeFileSync(join(dir, `${recordingName(id)}.wav`), Buffer.alloc(44 + fileMs * 16))
    return recordings
  }

  it('given its file, then its length is exact', async () => {
    expect((await recorded(9300)).ended(id, 10)).toEqual({ result: 'done', durationMs: 9300 })
  })

  it('given silence that ended it, then that is missing from the file, and all is well', async () => {
    expect((await recorded(2000, 6)).ended(id, 8)).toEqual({ result: 'done', durationMs: 2000 })
  })

  it('given a file that is much too short, then the disk was full: it has failed, and what there is is told', async () => {
    expect((await recorded(3000)).ended(id, 20)).toEqual({ result: 'failed', durationMs: 3000 })
  })

  it('given one that another engine started, then it is not judged', async () => {
    await recorded(3000)
    expect(new Recordings(new Ari(new AsteriskDouble()), dir).ended(id, 20)).toEqual({ result: 'done', durationMs: 3000 })
  })

  it('given no file that we can read, then Asterisk’s own seconds count', () => {
    expect(new Recordings(new Ari(new AsteriskDouble()), undefined).ended(id, 20)).toEqual({ result: 'done', durationMs: 20_000 })
  })
})
