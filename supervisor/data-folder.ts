import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Stop } from './stop'

const Running = z.object({
  supervisor: z.number(),
  /** When it was started, as the system counts; absent where that could not be known. */
  since: z.string().optional(),
  children: z.record(z.string(), z.number()),
})

/** What runs on a data folder: kept in `<data>/run/processes.json`, so that nothing is left behind and nothing runs twice. */
export interface DataFolder {
  note(name: string, pid: number | undefined): void
  release(): void
}

/** True when that process was started for this data folder, and is not another one that got its number since. */
function isOurs(pid: number, dataDir: string): boolean {
  try {
    return (
      readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`PATCHBAY_DATA=${dataDir}`) ||
      readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(dataDir)
    )
  } catch {
    return false
  }
}

/** When a process was started, in ticks since the machine was: with its number it is that process and no other. */
function startedAt(pid: number): string | undefined {
  try {
    // Field 22; the name, which may hold anything, ends with the last bracket.
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19]
  } catch {
    return undefined
  }
}

/** Whether the noted start script still runs; it does not carry the data folder in its arguments, and by default not in its environment. */
function isRunning({ supervisor, since }: z.infer<typeof Running>): boolean {
  try {
    const isStart = readFileSync(`/proc/${supervisor}/cmdline`, 'utf8').includes('start.mjs')
    // Another may have got its number since, even another start.
    return isStart && (since === undefined || since === startedAt(supervisor))
  } catch {
    return false
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

function readRunning(file: string): z.infer<typeof Running> | undefined {
  try {
    return Running.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    // None, or half written when the power went: there is nothing to take over.
    return undefined
  }
}

/** Makes the data folder and takes it: refuses a second copy, ends what a killed one left behind. */
export function takeDataFolder(dataDir: string): DataFolder {
  for (const folder of ['', 'run', 'logs', 'sounds', 'recordings', 'speech'])
    mkdirSync(join(dataDir, folder), { recursive: true, mode: 0o700 })
  const file = join(dataDir, 'run/processes.json')
  const before = readRunning(file)
  if (before && before.supervisor !== process.pid && isRunning(before)) {
    throw new Stop(
      `Patchbay already runs on ${dataDir} (process ${before.supervisor}).\n  Remedy: end it with Ctrl-C where it was started, or start this one with another PATCHBAY_DATA, PORT and SIP_PORT.`,
    )
  }
  for (const pid of Object.values(before?.children ?? {})) if (isAlive(pid) && isOurs(pid, dataDir)) process.kill(pid, 'SIGKILL')

  const since = startedAt(process.pid)
  const children: Record<string, number> = {}
  // Whole or not at all: others read it while children come and go.
  const write = () => {
    writeFileSync(`${file}.new`, JSON.stringify({ supervisor: process.pid, since, children }), { mode: 0o600 })
    renameSync(`${file}.new`, file)
  }
  // A program that ends and is started again while the disk is full is noted with the next one.
  const writeIfPossible = () => {
    try {
      write()
    } catch {
      // The one before still stands.
    }
  }
  write()
  return {
    note(name, pid) {
      if (pid === undefined) delete children[name]
      else children[name] = pid
      writeIfPossible()
    },
    release: () => rmSync(file, { force: true }),
  }
}
