import { existsSync } from 'node:fs'
import { fail, ok, type Result } from '../../errors'
import { exec } from './exec'

/** The suite that packages Asterisk; Debian 12 and 13 have none of their own. */
export const SUITE = 'forky'

/** What the machine tells of its own Debian archive. */
export interface Debian {
  readonly architecture: string
  /** Library folder name, e.g. `x86_64-linux-gnu`. */
  readonly triplet: string
  /** Dynamic loader's path inside an unpacked root. */
  readonly loader: string
  readonly archiveUri: string
  readonly keyring: string
}

const machines: Readonly<Record<string, Pick<Debian, 'triplet' | 'loader'>>> = {
  amd64: { triplet: 'x86_64-linux-gnu', loader: 'usr/lib64/ld-linux-x86-64.so.2' },
  arm64: { triplet: 'aarch64-linux-gnu', loader: 'usr/lib/ld-linux-aarch64.so.1' },
}

const keyrings = ['gpg', 'pgp'].map((end) => `/usr/share/keyrings/debian-archive-keyring.${end}`)

/** Looks whether packages of Debian can be unpacked here without root; fails with `ASTERISK_UNAVAILABLE` and why not. */
export async function findDebian(): Promise<Result<Debian>> {
  const no = (why: string) => fail('ASTERISK_UNAVAILABLE', why)
  const machine = await exec('dpkg', ['--print-architecture'])
  if (machine.code !== 0) return no('This machine has no dpkg, so Asterisk cannot be unpacked into a folder.')
  const architecture = machine.stdout.trim()
  const layout = machines[architecture]
  if (!layout) return no(`There is no prepared Asterisk for the processor type ${architecture}.`)
  const keyring = keyrings.find((file) => existsSync(file))
  if (!keyring) return no('Debian’s archive keys are missing (package debian-archive-keyring).')
  const update = await exec('apt-get', ['--print-uris', 'update'])
  const archiveUri = firstArchive(update.stdout)
  if (!archiveUri) return no('apt-get on this machine names no Debian archive to take Asterisk from.')
  return ok({ architecture, ...layout, archiveUri, keyring })
}

/** The main archive in the output of `apt-get --print-uris update`: `'URI/dists/bookworm/InRelease' …` → `URI`. */
export function firstArchive(output: string): string | undefined {
  for (const line of output.split('\n')) {
    const uri = /^'([^']+)\/dists\/[a-z]+\/InRelease'/.exec(line)?.[1]
    if (uri && !uri.endsWith('-security')) return uri
  }
  return undefined
}
