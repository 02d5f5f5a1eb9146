import { appendFile, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type AsteriskSettings,
  asteriskDirs,
  contexts,
  freePort,
  prepareAsterisk,
  type RunningAsterisk,
  startAsterisk,
  udpPortFree,
} from '@/engine/asterisk'
import { dialplanMenu } from './contenders/dialplan'

/** One Asterisk that all contenders share, with a data folder of its own. */
export interface World {
  readonly dir: string
  readonly dataDir: string
  readonly settings: AsteriskSettings
  readonly asterisk: RunningAsterisk
  readonly numbers: typeof numbers
  /** Adds the dialplan's menu and the way to the script, now that the sounds are known. */
  addNumbers(sounds: Readonly<Record<string, string>>): Promise<void>
  stop(): Promise<void>
}

const numbers = { dialplan: '9001', script: { number: '9002', app: 'bench' }, patchbay: '9003' } as const

/** Starts it on loopback, on ports that are free. */
export async function startWorld(): Promise<World> {
  const dir = await mkdtemp(join(tmpdir(), 'patchbay-bench-'))
  const dataDir = join(dir, 'data')
  await mkdir(join(dataDir, 'run'), { recursive: true, mode: 0o700 })
  const installation = await prepareAsterisk((step, detail) => console.error(`  ${step}${detail ? `: ${detail}` : ''}`))
  if (!installation.ok) throw new Error(installation.error.message)
  const httpPort = await freePort()
  const enginePort = await freePort([httpPort])
  const settings: AsteriskSettings = {
    dataDir,
    sipPort: await freeSipPort(),
    sipBind: '127.0.0.1',
    httpPort,
    rtpStart: 40_000,
    rtpEnd: 47_999,
    ariUser: 'patchbay',
    ariPassword: 'bench-on-loopback',
    engineWsUrl: `ws://127.0.0.1:${enginePort}/ari`,
  }
  const asterisk = await startAsterisk(installation.value, settings)
  if (!asterisk.ok) throw new Error(asterisk.error.message)
  return {
    dir,
    dataDir,
    settings,
    asterisk: asterisk.value,
    numbers,
    addNumbers: (sounds) => addNumbers(settings, asterisk.value, sounds),
    stop: async () => {
      await asterisk.value.stop()
      await rm(dir, { recursive: true, force: true })
    },
  }
}

async function freeSipPort(): Promise<number> {
  for (;;) {
    const port = await freePort()
    if (await udpPortFree(port, '127.0.0.1')) return port
  }
}

async function addNumbers(
  { dataDir }: AsteriskSettings,
  { ari }: RunningAsterisk,
  sounds: Readonly<Record<string, string>>,
): Promise<void> {
  const { number, app } = numbers.script
  const script = `\n[${contexts.in}](+)\nexten => ${number},1,Stasis(${app})\n same => n,Hangup()\n`
  await appendFile(join(asteriskDirs(dataDir).etc, 'extensions.conf'), dialplanMenu(contexts.in, numbers.dialplan, sounds) + script)
  const login = Buffer.from(`${ari.user}:${ari.password}`).toString('base64')
  const reload = await fetch(`${ari.url}/asterisk/modules/pbx_config.so`, { method: 'PUT', headers: { authorization: `Basic ${login}` } })
  if (!reload.ok) throw new Error(`the dialplan could not be reloaded: ${reload.status} ${await reload.text()}`)
}
