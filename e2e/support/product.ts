import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { freePort, udpPortFree } from '@/engine/asterisk/ports'

/** A whole Patchbay of a test's own: `npm start` with its own ports and data folder. */
export interface Product {
  readonly url: string
  readonly sipPort: number
  readonly dataDir: string
  /** The first administrator, as printed at the first start. */
  readonly admin: { readonly email: string; readonly password: string }
  /** Lines printed so far. */
  readonly output: readonly string[]
  /** Process id of `engine`, `web` or `asterisk` right now. */
  pid(name: 'engine' | 'web' | 'asterisk'): number | undefined
  /** Ctrl-C; resolves when everything has ended. */
  stop(): Promise<void>
}

export interface ProductOptions {
  /** Kept by the caller and given again to start a second time on the same data. */
  readonly dataDir?: string
  readonly env?: Readonly<Record<string, string>>
}

const root = resolve(import.meta.dirname, '../..')

async function freeSipPort(): Promise<number> {
  for (;;) {
    const port = await freePort()
    if (await udpPortFree(port, '0.0.0.0')) return port
  }
}

/** Starts it and waits for `Patchbay is ready` (or, without Asterisk, `Patchbay runs`). */
export async function startProduct(options: ProductOptions = {}): Promise<Product> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'patchbay-e2e-'))
  const [port, sipPort] = [await freePort(), await freeSipPort()]
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    env: { ...process.env, PORT: String(port), SIP_PORT: String(sipPort), PATCHBAY_DATA: dataDir, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output: string[] = []
  await ready(child, output)
  const printed = output.join('\n')
  const admin = { email: /Email:\s+(\S+)/.exec(printed)?.[1] ?? '', password: /Password:\s+(\S+)/.exec(printed)?.[1] ?? '' }
  const ended = new Promise<void>((done) => child.once('close', () => done()))
  return {
    url: `http://localhost:${port}`,
    sipPort,
    dataDir,
    admin,
    output,
    pid: (name) => JSON.parse(readFileSync(join(dataDir, 'run/processes.json'), 'utf8')).children[name],
    stop: async () => {
      child.kill('SIGINT')
      await ended
      if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

function ready(child: ChildProcess, output: string[]): Promise<void> {
  return new Promise((done, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue
      createInterface({ input: stream }).on('line', (line) => {
        output.push(line)
        if (/^Patchbay (is ready|runs)/.test(line)) done()
      })
    }
    child.once('close', (code) => reject(new Error(`npm start ended with ${code}:\n${output.join('\n')}`)))
  })
}
