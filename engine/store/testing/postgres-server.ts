import { execFile, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const NOBODY = 65534

/** Folder of the machine's newest PostgreSQL programs, or undefined. */
export function postgresPrograms(): string | undefined {
  const root = '/usr/lib/postgresql'
  if (!existsSync(root)) return undefined
  const newest = readdirSync(root)
    .filter((name) => existsSync(join(root, name, 'bin/initdb')))
    .sort((a, b) => Number(b) - Number(a))[0]
  return newest && join(root, newest, 'bin')
}

/** A private server on a Unix socket in a folder of its own; PostgreSQL refuses root, so root runs it as nobody. */
export async function startPostgres(programs: string) {
  const folder = mkdtempSync(join(tmpdir(), 'pg-'))
  const asRoot = process.getuid?.() === 0
  const user = asRoot ? { uid: NOBODY, gid: NOBODY } : {}
  if (asRoot) chownSync(folder, NOBODY, NOBODY)
  const data = join(folder, 'data')
  await run(join(programs, 'initdb'), ['-D', data, '-U', 'patchbay', '-A', 'trust', '-E', 'UTF8', '--no-sync'], { ...user, cwd: folder })
  const start = () => {
    const server = spawn(join(programs, 'postgres'), ['-D', data, '-k', folder, '-c', 'listen_addresses='], {
      ...user,
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    const ready = new Promise<void>((resolve, reject) => {
      let said = ''
      server.stderr.on('data', (chunk: Buffer) => {
        said += chunk
        if (said.includes('ready to accept connections')) resolve()
      })
      server.once('exit', (code) => reject(new Error(`postgres ended with ${code}: ${said}`)))
    })
    return { server, ready }
  }
  let running = start()
  await running.ready
  const stop = async () => {
    const ended = new Promise((resolve) => running.server.once('exit', resolve))
    running.server.kill('SIGINT') // "fast": open connections are cut
    await ended
  }
  return {
    /** URL of a database on it. */
    url: (database: string) => `postgresql://patchbay@localhost/${database}?host=${encodeURIComponent(folder)}`,
    stop,
    async start() {
      running = start()
      await running.ready
    },
    async remove() {
      if (running.server.exitCode === null) await stop()
      rmSync(folder, { recursive: true })
    },
  }
}
