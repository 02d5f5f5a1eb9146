import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { takeDataFolder } from './data-folder'

describe('a data folder that was in use', () => {
  let folder: string
  let other: ChildProcess
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'data-'))
    mkdirSync(join(folder, 'run'))
    // Some start script, as of a copy that runs on another data folder.
    writeFileSync(join(folder, 'start.mjs'), 'console.log("up"); setInterval(() => {}, 1000)')
    other = spawn(process.execPath, [join(folder, 'start.mjs')])
    await once(other.stdout ?? other, 'data')
  })
  afterEach(() => {
    other.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })
  const since = () => readFileSync(`/proc/${other.pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19]
  const noted = (at: string | undefined) =>
    writeFileSync(join(folder, 'run/processes.json'), JSON.stringify({ supervisor: other.pid, since: at, children: {} }))

  it('given that start still runs, then a second one is refused', () => {
    noted(since())
    expect(() => takeDataFolder(folder)).toThrow(`Patchbay already runs on ${folder}`)
  })

  it('given another start got its number meanwhile, as after the machine was started anew, then it is free', () => {
    noted('1')
    takeDataFolder(folder).release()
  })

  it('given it was noted by an earlier version, then the script alone tells', () => {
    noted(undefined)
    expect(() => takeDataFolder(folder)).toThrow('already runs')
  })
})
