import { spawn } from 'node:child_process'
import { open, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fail, ok, type Result } from '../errors'
import { type AriAddress, askAri } from './ari-info'
import { renderConfig } from './config'
import { asteriskDirs } from './config/dirs'
import type { AsteriskSettings } from './config/settings'
import { writeConfig } from './config/write'
import type { AsteriskInstallation } from './folder/asterisk'
import { tcpPortFree, udpPortFree } from './ports'

/** How Asterisk ended, and the last lines it said. */
export interface AsteriskExit {
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
  /** Ends it and waits until it is gone: calls get a BYE; killed after five seconds. */
  stop(): Promise<void>
}

const START_MS = 30_000
const STOP_MS = 5000

/**
 * Writes the configuration into `<dataDir>/asterisk/etc`, starts Asterisk, and waits until ARI answers (0.4 s).
 * Fails with `ASTERISK_PORT_TAKEN` (params `port`, `transport`) or `ASTERISK_EXITED` (its last lines in the message).
 */
export async function startAsterisk(installation: AsteriskInstallation, settings: AsteriskSettings): Promise<Result<RunningAsterisk>> {
  const taken = await takenPort(settings)
  if (taken) return taken
  const dirs = asteriskDirs(settings.dataDir)
  const available = await listModules(installation.modulesDir)
  await writeConfig(dirs, renderConfig(settings, installation, available))

  const log = join(dirs.log, 'console')
  const output = await open(log, 'w', 0o600)
  // A session of its own: Ctrl-C in the terminal, or the death of the engine, must not take the calls with it.
  const child = spawn(installation.command, [...installation.args, '-C', join(dirs.etc, 'asterisk.conf'), '-f', '-n'], {
    cwd: dirs.home,
    detached: true,
    stdio: ['ignore', output.fd, output.fd],
  })
  const exited = new Promise<AsteriskExit>((resolve) => {
    const end = async (code: number | null, signal: NodeJS.Signals | null, error?: Error) =>
      resolve({ code, signal, lastLines: error?.message ?? (await lastLines(log)) })
    child.once('exit', (code, signal) => void end(code, signal))
    child.once('error', (error) => void end(null, null, error))
  })
  await output.close()

  const stop = async () => {
    child.kill('SIGTERM')
    const late = setTimeout(() => child.kill('SIGKILL'), STOP_MS)
    await exited
    clearTimeout(late)
  }

  const ari = { url: `http://127.0.0.1:${settings.httpPort}/ari`, user: settings.ariUser, password: settings.ariPassword }
  const ready = await Promise.race([untilReady(ari), exited])
  if (ready === undefined) {
    await stop()
    return fail('ASTERISK_EXITED', `Asterisk did not answer within ${START_MS / 1000} s. ${await lastLines(log)}`)
  }
  if (typeof ready !== 'string') return fail('ASTERISK_EXITED', `Asterisk ended while starting. ${ready.lastLines}`)
  // Started, so it has a process id.
  return ok({ pid: child.pid as number, version: ready, ari, exited, stop })
}

/** The version once ARI answers; `undefined` after `START_MS`. */
async function untilReady(ari: AriAddress): Promise<string | undefined> {
  const end = Date.now() + START_MS
  while (Date.now() < end) {
    const answer = await askAri(ari)
    if (answer.kind === 'up') return answer.version
    await sleep(25)
  }
  return undefined
}

/** Asterisk goes on without a port it cannot have; we would rather know before. */
async function takenPort({ sipPort, sipBind = '0.0.0.0', httpPort }: AsteriskSettings): Promise<Result<never> | undefined> {
  const busy = (port: number, transport: string, use: string) =>
    fail('ASTERISK_PORT_TAKEN', `Port ${port} (${transport}, for ${use}) is used by another program.`, { port, transport })
  if (!(await udpPortFree(sipPort, sipBind))) return busy(sipPort, 'UDP', 'SIP')
  if (!(await tcpPortFree(sipPort, sipBind))) return busy(sipPort, 'TCP', 'SIP')
  if (!(await tcpPortFree(httpPort))) return busy(httpPort, 'TCP', 'ARI')
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
