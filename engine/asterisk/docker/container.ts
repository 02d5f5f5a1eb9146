import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { asteriskDirs } from '../config/dirs'
import { exec } from '../folder/exec'

interface ContainerOptions {
  readonly dataDir: string
  readonly image: string
  readonly env: Readonly<Record<string, string>>
  readonly user: string
}

/** By this we find our containers again, whoever started them. */
const label = (dataDir: string) => `patchbay.data=${dataDir}`

/**
 * What follows `docker` to run a program in a container that is one with the machine: its network, our user, our folders
 * under their own names. It has no other rights, writes nowhere else, and is gone when it has ended.
 */
export function runArguments({ dataDir, image, env, user }: ContainerOptions): string[] {
  return [
    ['run', '--rm', '--pull', 'never', '--label', label(dataDir)],
    ['--network', 'host', '--user', user, '--cap-drop', 'ALL', '--security-opt', 'no-new-privileges'],
    // Where SELinux guards files, it would keep our folders from any container.
    ['--security-opt', 'label=disable'],
    ['--read-only', '--tmpfs', '/tmp', '--workdir', asteriskDirs(dataDir).home],
    // Its words come to us; a second log would grow without end.
    ['--log-driver', 'none'],
    ...Object.entries(env).map(([name, value]) => ['--env', `${name}=${value}`]),
    ...mounts(dataDir).map((mount) => ['--mount', csv(mount)]),
    [image],
  ].flat()
}

/** Makes the folders that are mounted: the product's start has made them, a test has not. */
export async function makeMounted(dataDir: string): Promise<void> {
  for (const folder of Object.values(folders)) await mkdir(join(dataDir, folder), { recursive: true, mode: 0o700 })
}

/** Ends and removes the containers of a data folder. */
export async function removeContainers(dataDir: string): Promise<void> {
  const ids = await containers(dataDir)
  if (ids.length > 0) await exec('docker', ['rm', '--force', '--volumes', ...ids])
}

/** The process that runs in the container of a data folder, by the machine's own count. */
export async function containerPid(dataDir: string): Promise<number | undefined> {
  const ids = await containers(dataDir)
  const state = await exec('docker', ['inspect', '--format', '{{.State.Pid}}', ...ids])
  const pid = Number.parseInt(state.stdout, 10)
  return pid > 0 ? pid : undefined
}

async function containers(dataDir: string): Promise<string[]> {
  const list = await exec('docker', ['ps', '--all', '--quiet', '--no-trunc', '--filter', `label=${label(dataDir)}`])
  return list.stdout.split('\n').filter(Boolean)
}

/** Asterisk's own folder, and what it plays: the sound library and what speech has made. */
const folders = { own: 'asterisk', sounds: 'sounds', speech: 'speech' } as const

const mounts = (dataDir: string): string[][] =>
  Object.values(folders).map((folder) => {
    const path = join(dataDir, folder)
    return ['type=bind', `source=${path}`, `target=${path}`, ...(folder === folders.own ? [] : ['readonly'])]
  })

/** Docker reads a mount as a line of CSV. */
const csv = (fields: readonly string[]): string =>
  fields.map((field) => (/[",]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(',')
