import { spawn } from 'node:child_process'
import { open, readFile, rename, writeFile } from 'node:fs/promises'
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
import type { AsteriskInstallation } from './installation'
import { keepLogsSmall } from './logs'
import { freeSoon, tcpPortFree, udpPortFree } from './ports'
import { runnerOf } from './runner'

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

/**
 * Writes the configuration into `<dataDir>/asterisk/etc`, starts Asterisk, and waits until ARI answers (0.5 s).
 * Fails with `INPUT_INVALID` (a setting), `ASTERISK_PORT_TAKEN` (params `port`, `transport`) or `ASTERISK_EXITED` (its
 * last lines in the message).
 */
export async function startAsterisk(installation: AsteriskInstallation, settings: AsteriskSettings): Promise<Result<RunningAsterisk>> {
  const checked = checkSettings(settings)
  if (!checked.ok) return checked
  const dirs = asteriskDirs(settings.dataDir)
  const aliases = join(dirs.home, 'hostaliases')
  const env = { RES_OPTIONS: process.env.RES_OPTIONS ?? 'timeout:1 attempts:2', HOSTALIASES: aliases }
  const runner = runnerOf(installation, settings.dataDir, env)
  await runner.prepare()
  const taken = await takenPort(settings)
  if (taken) return taken
  await writeConfig(dirs, renderConfig(settings, installation))

  const log = join(dirs.log, 'console')
  // The last run's words stay readable: that run may have ended badly.
  await rename(log, `${log}.1`).catch(ignoreMissing)
  const output = await open(log, 'a', 0o600)
  // PJSIP asks the DNS for this machine's own name, and a DNS that does not answer holds it up for ten seconds (tried). An
  // alias that is no valid name makes glibc give up at once, without sending anything.
  await writeFile(aliases, `${hostname()} a..b\n`)
  // A session of its own: Ctrl-C in the terminal, or the death of the engine, must not take the calls with it.
  const child = spawn(runner.command, [...runner.args, '-C', join(dirs.etc, 'asterisk.conf'), '-f', '-n'], {
    cwd: dirs.home,
    env: { ...process.env, ...env },
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
    await runner.clear()
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
  const pid = child.pid && (await runner.pid(child.pid))
  if (!pid) {
    await stop()
    return fail('ASTERISK_EXITED', `Asterisk ended while starting. ${await lastLines(log)}`)
  }
  return ok({ pid, version: ready, ari, exited, stop })
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
  for (const { port, transport, use, free } of uses) {
    if (await freeSoon(free)) continue
    return fail('ASTERISK_PORT_TAKEN', `Port ${port} (${transport}, for ${use}) is used by another program.`, { port, transport })
  }
  return undefined
}

/** The end of Asterisk's own words. */
async function lastLines(log: string): Promise<string> {
  const text = await readFile(log, 'utf8').catch(() => '')
  return text.trimEnd().split('\n').slice(-10).join('\n')
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}
