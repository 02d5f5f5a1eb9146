import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { World } from '../world'
import type { Contender } from './contender'
import { endProgram, startProgram, untilReady } from './program'

/** The hand-written script, as a process of its own. */
export async function scriptContender(world: World, sounds: Readonly<Record<string, string>>): Promise<Contender> {
  const log = join(world.dir, 'script.log')
  const { url, user, password } = world.asterisk.ari
  const settings = JSON.stringify({ url, user, password, app: world.numbers.script.app, sounds })
  const child = startProgram(['--import', 'tsx', 'bench/script.ts', settings], {}, log)
  await untilReady(child, log, async () => (await readFile(log, 'utf8').catch(() => '')).includes('ready'))
  return { name: 'script', number: world.numbers.script.number, pid: child.pid, stop: () => endProgram(child) }
}
