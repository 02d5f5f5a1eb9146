import { vi } from 'vitest'
import { run } from '../program'

/** What a command line came to. */
export interface CliRun {
  readonly code: number
  readonly out: string
  readonly err: string
  /** The output of a command with `--json`. */
  json<T>(): T
}

/** Runs `patchbay …` in this process. */
export async function patchbay(...args: string[]): Promise<CliRun> {
  let [out, err] = ['', '']
  const stdout = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text)
    return true
  })
  const stderr = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += String(text)
    return true
  })
  const before = process.exitCode
  try {
    process.exitCode = 0
    await run(args)
    return { code: Number(process.exitCode), out, err, json: <T>() => JSON.parse(out) as T } // the caller knows its command
  } finally {
    process.exitCode = before
    stdout.mockRestore()
    stderr.mockRestore()
  }
}
