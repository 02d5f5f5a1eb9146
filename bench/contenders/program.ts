import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** Starts a Node program of the bench; its output goes into `log`. */
export function startProgram(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  log: string,
): ChildProcess & { readonly pid: number } {
  const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  const file = createWriteStream(log)
  child.stdout.pipe(file, { end: false })
  child.stderr.pipe(file, { end: false })
  if (child.pid === undefined) throw new Error(`${args.join(' ')} could not be started`)
  return Object.assign(child, { pid: child.pid })
}

/** Ends it as the supervisor would, and waits. */
export async function endProgram(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'close')
  child.kill('SIGTERM')
  await ended
}

/** Asks until `ready` says yes; a program that ends first, or takes over half a minute, breaks the run. */
export async function untilReady(child: ChildProcess, log: string, ready: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 30_000; Date.now() < end; ) {
    if (child.exitCode !== null) throw new Error(`a program of the bench ended with ${child.exitCode}; see ${log}`)
    if (await ready()) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`a program of the bench did not come up; see ${log}`)
}
