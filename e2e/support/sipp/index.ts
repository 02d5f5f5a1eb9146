import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '@/engine/asterisk/ports'
import { callerPcap, type Press } from './pcap'
import { scenarioXml } from './scenario'

/** What SIPp shall do; times are ms after the answer. */
export interface SippPlan {
  /** Asterisk's SIP port on loopback. */
  readonly port: number
  readonly number: string
  /** Keys as RFC 4733 events. */
  readonly presses?: readonly Press[]
  /** Without it the caller waits to be hung up on. */
  readonly hangupAfterMs?: number
  /** Gives up waiting after this; default 30 s. */
  readonly longestMs?: number
  /** Calls in all, and new calls a second; default 1 and 10. */
  readonly calls?: number
  readonly rate?: number
}

/** What became of one call; times are ms since SIPp began. */
interface SippCall {
  readonly ringingAt?: number
  readonly answeredAt?: number
  readonly bye?: { readonly by: 'us' | 'them'; readonly at: number }
}

/** What became of all calls; `errors` is SIPp's own account of what it did not expect (a refusal, a lost message), if anything. */
export interface SippResult {
  readonly ok: boolean
  readonly calls: readonly SippCall[]
  readonly errors: string
}

/**
 * Real calls by SIPp, which sends audio all the while and answers re-INVITEs. Playing captures needs root. A call that is
 * hung up on within a millisecond of its answer, before SIPp has sent its ACK, counts as failed.
 * @example await sipp({ port: 5060, number: '7000', presses: [{ key: '1', atMs: 2000 }], hangupAfterMs: 6000 })
 */
export async function sipp(plan: SippPlan): Promise<SippResult> {
  const { longestMs = 30_000, hangupAfterMs, presses = [], calls = 1, rate = 10 } = plan
  const dir = await mkdtemp(join(tmpdir(), 'sipp-'))
  try {
    const file = (name: string) => join(dir, name)
    await writeFile(file('caller.pcap'), callerPcap(hangupAfterMs ?? longestMs, presses))
    await writeFile(file('caller.xml'), scenarioXml({ hangupAfterMs, longestMs, pcap: file('caller.pcap') }))
    const mediaPort = await freePort()
    const args = [`127.0.0.1:${plan.port}`, '-sf', file('caller.xml'), '-s', plan.number, '-i', '127.0.0.1', '-mi', '127.0.0.1']
    args.push(
      '-p',
      String(await freePort([mediaPort])),
      '-mp',
      String(mediaPort - (mediaPort % 2)),
      '-m',
      String(calls),
      '-r',
      String(rate),
    )
    args.push('-l', String(calls), '-trace_logs', '-log_file', file('log'), '-trace_err', '-error_file', file('errors'), '-nostdin')
    const code = await run(args, longestMs + (calls / rate) * 1000 + 40_000)
    const read = (name: string) => readFile(file(name), 'utf8').catch(() => '')
    return { ok: code === 0, calls: readCalls(await read('log')), errors: code === 0 ? '' : await read('errors') }
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}

function run(args: readonly string[], timeout: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn('sipp', args, { stdio: 'ignore', timeout, killSignal: 'SIGKILL' })
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })
}

/** Lines such as `1 answered 1234`. */
function readCalls(log: string): SippCall[] {
  const calls = new Map<string, { -readonly [Key in keyof SippCall]: SippCall[Key] }>()
  for (const [, id = '', what, tick] of log.matchAll(/^(\d+) (\S+) (\d+)/gm)) {
    const call = calls.get(id) ?? {}
    calls.set(id, call)
    const at = Number(tick)
    if (what === 'ringing') call.ringingAt = at
    else if (what === 'answered') call.answeredAt = at
    else if (what === 'bye-us') call.bye = { by: 'us', at }
    else if (what === 'bye-them') call.bye = { by: 'them', at }
  }
  return [...calls.values()]
}
