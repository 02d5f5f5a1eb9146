import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fail, ok, type Result } from '../../errors'
import type { Progress } from '../progress'
import type { Debian } from './debian'
import { exec } from './exec'

/** An apt with a state of its own in `home`: needs no root and changes nothing on the machine. */
export interface Apt {
  /** Packages that `names` need, themselves included. */
  closure(names: readonly string[]): Promise<Result<string[]>>
  /** Downloads `names` (checked against the signed archive) and unpacks them into `root`. */
  unpack(names: readonly string[], root: string): Promise<Result<void>>
}

/** Prepares the private apt and reads the package list of `suite` (10 MB). */
export async function openApt(debian: Debian, suite: string, home: string, progress: Progress): Promise<Result<Apt>> {
  await mkdir(join(home, 'lists/partial'), { recursive: true })
  await mkdir(join(home, 'archives/partial'), { recursive: true })
  await writeFile(join(home, 'status'), '')
  await writeFile(join(home, 'apt.conf'), aptConf(home))
  const env = { ...process.env, APT_CONFIG: join(home, 'apt.conf'), LC_ALL: 'C' }
  const no = (what: string, stderr: string) => fail('ASTERISK_UNAVAILABLE', `${what}: ${lastError(stderr)}.`)

  progress('Reading Debian’s package list')
  let update = { code: 1, stderr: '' }
  for (const archive of debian.archives) {
    await writeFile(join(home, 'sources.list'), `deb [signed-by=${debian.keyring}] ${archive} ${suite} main\n`)
    update = await exec('apt-get', ['update'], { env })
    if (update.code === 0) break
  }
  if (update.code !== 0) return no('Debian’s package list cannot be read', update.stderr)

  return ok({
    async closure(names) {
      const list = await exec('apt-get', ['--print-uris', '-y', 'install', ...names], { env })
      if (list.code !== 0) return no('Debian’s archive does not have the packages', list.stderr)
      return ok([...list.stdout.matchAll(/^'[^']+' ([^_ ]+)_/gm)].flatMap((match) => match[1] ?? []))
    },
    async unpack(names, root) {
      const archives = join(home, 'archives')
      let got = 0
      const download = await exec('apt-get', ['download', ...names], {
        env,
        cwd: archives,
        onLine: (line) => {
          if (line.startsWith('Get:')) progress('Downloading packages', `${++got} of ${names.length}`)
        },
      })
      if (download.code !== 0) return no('The download of packages failed', download.stderr)
      const files = (await readdir(archives)).filter((name) => name.endsWith('.deb'))
      for (const [index, file] of files.entries()) {
        progress('Unpacking packages', `${index + 1} of ${files.length}`)
        const unpacked = await exec('dpkg', ['-x', join(archives, file), root])
        if (unpacked.code !== 0) return no(`The package ${file} cannot be unpacked`, unpacked.stderr)
        await rm(join(archives, file))
      }
      await mergeUsr(root)
      return ok()
    },
  })
}

/** Up to Debian 12 a few packages still bring `/lib` and `/lib64`; there is one place for libraries: `usr`. */
async function mergeUsr(root: string): Promise<void> {
  for (const folder of ['lib', 'lib64', 'bin', 'sbin']) {
    if (!existsSync(join(root, folder))) continue
    await cp(join(root, folder), join(root, 'usr', folder), { recursive: true, verbatimSymlinks: true })
    await rm(join(root, folder), { recursive: true })
  }
}

function aptConf(home: string): string {
  const settings: Record<string, string> = {
    'Dir::State': home,
    'Dir::State::status': join(home, 'status'),
    'Dir::State::lists': join(home, 'lists'),
    'Dir::Cache': home,
    'Dir::Cache::archives': join(home, 'archives'),
    'Dir::Etc::SourceList': join(home, 'sources.list'),
    'Dir::Etc::SourceParts': '/dev/null',
    'Dir::Etc::Preferences': '/dev/null',
    'Dir::Etc::PreferencesParts': '/dev/null',
    'APT::Sandbox::User': '',
    'APT::Install-Recommends': 'false',
    'Acquire::Languages': 'none',
    'Debug::NoLocking': '1',
    // By default an archive that cannot be reached is only a warning.
    'APT::Update::Error-Mode': 'any',
    'Acquire::Retries': '2',
    'Acquire::http::Timeout': '30',
    'Acquire::https::Timeout': '30',
  }
  return Object.entries(settings)
    .map(([name, value]) => `${name} "${value}";\n`)
    .join('')
}

/** The line of apt or dpkg that says why. */
function lastError(stderr: string): string {
  const lines = stderr.split('\n').filter((line) => line.trim() !== '')
  const reason = lines.find((line) => line.startsWith('E:')) ?? lines.at(-1) ?? 'no reason given'
  return reason.replace(/^E: /, '').replace(/\s+/g, ' ').replace(/\.$/, '')
}
