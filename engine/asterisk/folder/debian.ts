import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fail, ok, type Result } from '../../errors'
import { exec } from './exec'

/** What the machine tells of its own Debian archive. */
export interface Debian {
  readonly architecture: string
  /** Library folder name, e.g. `x86_64-linux-gnu`. */
  readonly triplet: string
  /** Dynamic loader's path inside an unpacked root. */
  readonly loader: string
  /** The machine's own suite, e.g. `bookworm`; `undefined` on a relative of Debian. */
  readonly suite: string | undefined
  /** Where packages may come from, most likely first; whoever is not signed by Debian's keys is refused by apt. */
  readonly archives: readonly string[]
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
  const archives = debianArchives(update.stdout)
  if (archives.length === 0) return no('apt-get on this machine names no Debian archive to take packages from.')
  const suite = debianSuite(await readFile('/etc/os-release', 'utf8').catch(() => ''))
  return ok({ architecture, ...layout, suite, archives, keyring })
}

/**
 * The archives in the output of `apt-get --print-uris update`: `'URI/dists/bookworm/InRelease' …` → `URI`. Other
 * vendors' archives look alike, so those whose path is `/debian` come first.
 */
export function debianArchives(output: string): string[] {
  const uris = [...output.matchAll(/^'(https?:[^']+)\/dists\/[a-z]+\/InRelease'/gm)].flatMap((match) => match[1] ?? [])
  const distance = (uri: string) => (/\/debian\/?$/.test(uri) ? 0 : 1)
  return [...new Set(uris)].sort((one, other) => distance(one) - distance(other))
}

/** `ID=debian`, `VERSION_CODENAME=bookworm` → `bookworm` */
export function debianSuite(osRelease: string): string | undefined {
  if (!/^ID="?debian"?$/m.test(osRelease)) return undefined
  return /^VERSION_CODENAME="?([a-z]+)"?$/m.exec(osRelease)?.[1]
}
