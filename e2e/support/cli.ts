import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import type { Product } from './product'

const root = resolve(import.meta.dirname, '../..')

/** What a command of `npx patchbay` came to. */
export interface CliResult {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs `patchbay …` on the product's data folder, as a person at its machine would. */
export function patchbay(product: Pick<Product, 'dataDir'>, ...args: string[]): Promise<CliResult> {
  return new Promise((done, reject) => {
    const child = spawn(process.execPath, [join(root, 'cli/patchbay.mjs'), ...args], {
      cwd: root,
      env: { ...process.env, PATCHBAY_DATA: product.dataDir },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let [stdout, stderr] = ['', '']
    child.stdout.on('data', (chunk) => (stdout += chunk))
    child.stderr.on('data', (chunk) => (stderr += chunk))
    child.once('error', reject)
    child.once('close', (code) => done({ code: code ?? 1, stdout, stderr }))
  })
}

/** The same with `--json`; throws unless the command went well. */
export async function patchbayJson(product: Pick<Product, 'dataDir'>, ...args: string[]): Promise<unknown> {
  const { code, stdout, stderr } = await patchbay(product, ...args, '--json')
  if (code !== 0) throw new Error(`patchbay ${args.join(' ')} ended with ${code}: ${stderr || stdout}`)
  return JSON.parse(stdout)
}
