import { spawn } from 'node:child_process'
import { open, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fail, ok, type Result } from '../errors'
import { type AriAddress, askAri } from './ari-info'
import { renderConfig } from './config'
import { checkSettings } from './config/check'
import { asteriskDirs } from './config/dirs'
import type { AsteriskSettings } from './config/settings'
import { writeConfig } from './config/write'
import type { AsteriskInstallation } from './folder/asterisk'
import { keepLogsSmall } from './logs'
import { tcpPortFree, udpPortFree } from './ports'

/** How Asterisk ended, and the last lines it said. */
interface AsteriskExit {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly lastLines: string
}

/** An Asterisk of ours that answers. */
export interface RunningAsterisk {
  readonly pid: number
  readonly version: string
  readonly ari: AriAddress
  /** Settles when it has ended, for whatever reason. */
  readonly exited: Promise<AsteriskExit>
  /** Ends it and waits until it is gone (10 ms): calls get a BYE; killed if that takes five seconds. */
  stop(): Promise<void>
}

const START_MS = 30_000
const STOP_MS = 5000
/** An instance that was just killed may hold its ports for a moment. */
const PORT_MS = 1500

/**
 * Writes the configuration into `<dataDir>/asterisk/etc`, starts Asterisk, and waits until ARI answers (0.5 s).
 * Fails with `INPUT_INVALID` (a setting), `ASTERISK_PORT_TAKEN` (params `port`, `transport`) or `ASTERISK_EXITED` (its
 * last lines in the message).
 */
export async function startAsterisk(installation: AsteriskInstallation, settings: AsteriskSettings): Promise<Result<RunningAsterisk>> {
  const checked = checkSettings(settings)
  if (!checked.ok) return checked
  const taken = await takenPort(settings)
  if (taken) return taken
  const dirs = asteriskDirs(settings.dataDir)
  await writeConfig(dirs, renderConfig(settings, installation, await listModules(installation.modulesDir)))

  const log = join(dirs.log, 'console')
  // The last run's words stay readable: that run may have ended badly.
  await rename(log, `${log}.1`).catch(ignoreMissing)
  const output = await open(log, 'a', 0o600)
  // PJSIP asks the DNS for this machine's own name, and a DNS that does not answer holds it up for ten seconds (tried). An
  // alias that is no valid name makes glibc give up at once, without sending anything.
  await writeFile(join(dirs.home, 'hostaliases'), `${hostname()} a..b\n`)
  // A session of its own: Ctrl-C in the terminal, or the death of the engine, must not take the calls with it.
  const child = spawn(installation.command, [...installation.args, '-C', join(dirs.etc, 'asterisk.conf'), '-f', '-n'], {
    cwd: dirs.home,
    env: { RES_OPTIONS: 'timeout:1 attempts:2', ...process.env, HOSTALIASES: join(dirs.home, 'hostaliases') },
    detached: true,
    stdio: ['ignore', output.fd, output.fd],
  })
  const exited = new Promise<AsteriskExit>((resolve) => {
    child.once('exit', async (code, signal) => resolve({ code, signal, lastLines: await lastLines(log) }))
    child.once('error', (error) => resolve({ code: null, signal: null, lastLines: error.message }))
  })
  await output.close()
  const stopLogs = keepLogsSmall(dirs.log)
  void exited.then(stopLogs)

  const stop = async () => {
    child.kill('SIGTERM')
    const late = setTimeout(() => child.kill('SIGKILL'), STOP_MS)
    await exited
    clearTimeout(late)
  }

  const ari = { url: `http://127.0.0.1:${settings.httpPort}/ari`, user: settings.ariUser, password: settings.ariPassword }
  let over = false
  void exited.then(() => {
    over = true
  })
  const ready = await Promise.race([untilReady(ari, () => over), exited])
  if (ready === undefined) {
    await stop()
    return fail('ASTERISK_EXITED', `Asterisk did not answer within ${START_MS / 1000} s. ${await lastLines(log)}`)
  }
  if (typeof ready !== 'string') return fail('ASTERISK_EXITED', `Asterisk ended while starting. ${ready.lastLines}`)
  if (child.pid === undefined) return fail('ASTERISK_EXITED', 'Asterisk ended while starting.')
  return ok({ pid: child.pid, version: ready, ari, exited, stop })
}

/** The version once ARI answers; `undefined` after `START_MS`, or when there is nothing to wait for. */
async function untilReady(ari: AriAddress, over: () => boolean): Promise<string | undefined> {
  const end = Date.now() + START_MS
  while (Date.now() < end && !over()) {
    const answer = await askAri(ari)
    if (answer.kind === 'up') return answer.version
    await sleep(25)
  }
  return undefined
}

/** Asterisk goes on without a port it cannot have; we would rather know before. */
async function takenPort({ sipPort, sipBind = '0.0.0.0', httpPort }: AsteriskSettings): Promise<Result<never> | undefined> {
  const uses = [
    { port: sipPort, transport: 'UDP', use: 'SIP', free: () => udpPortFree(sipPort, sipBind) },
    { port: sipPort, transport: 'TCP', use: 'SIP', free: () => tcpPortFree(sipPort, sipBind) },
    { port: httpPort, transport: 'TCP', use: 'ARI', free: () => tcpPortFree(httpPort) },
  ]
  const end = Date.now() + PORT_MS
  for (const { port, transport, use, free } of uses) {
    while (!(await free())) {
      if (Date.now() > end) {
        return fail('ASTERISK_PORT_TAKEN', `Port ${port} (${transport}, for ${use}) is used by another program.`, { port, transport })
      }
      await sleep(50)
    }
  }
  return undefined
}

/** Module names without `.so`. */
async function listModules(dir: string): Promise<Set<string>> {
  const files = await readdir(dir)
  return new Set(files.filter((file) => file.endsWith('.so')).map((file) => file.slice(0, -3)))
}

/** The end of Asterisk's own words. */
async function lastLines(log: string): Promise<string> {
  const text = await readFile(log, 'utf8').catch(() => '')
  return text.trimEnd().split('\n').slice(-10).join('\n')
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}
