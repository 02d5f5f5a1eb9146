import { setTimeout as sleep } from 'node:timers/promises'
import type { Phone } from '../../e2e/support/caller'
import { cpuMs } from './cpu'
import type { Prompts } from './prompts'
import { walkMenu } from './walk'

/** Who is called, from where, and what is to be heard. */
export interface Target {
  readonly phone: Phone
  readonly number: string
  readonly prompts: Prompts
}

export interface Load {
  readonly calls: number
  readonly failed: number
  readonly failures: readonly string[]
  /** Calls that began per second, as it was: the program that dials has only so much of the machine, too. */
  readonly reached: number
}

/** Calls that begin `perSecond`, evenly, whether or not those before have ended; each walks the menu. Stops dialling at `mayFail` failures. */
export async function load(target: Target, perSecond: number, calls: number, mayFail = Number.POSITIVE_INFINITY): Promise<Load> {
  const failures: string[] = []
  const under: Promise<void>[] = []
  const begin = performance.now()
  for (let i = 0; i < calls && failures.length < mayFail; i++) {
    await sleep(Math.max(0, begin + (i * 1000) / perSecond - performance.now()))
    under.push(walkMenu(target.phone, target.number, target.prompts).catch((error) => void failures.push(String(error))))
  }
  const reached = (under.length * 1000) / Math.max(performance.now() - begin, (under.length * 1000) / perSecond)
  await Promise.all(under)
  return { calls: under.length, failed: failures.length, failures: [...new Set(failures)], reached }
}

/** Processor time per call of some processes (ms), over `calls` calls at a rate that keeps nobody waiting. */
export async function cpuPerCall(target: Target, calls: number, pids: readonly number[]): Promise<{ cpu: number[]; load: Load }> {
  const before = pids.map(cpuMs)
  const result = await load(target, CPU_RATE, calls)
  return { cpu: pids.map((pid, i) => (cpuMs(pid) - (before[i] ?? 0)) / calls), load: result }
}

const CPU_RATE = 15
const STEP_SECONDS = 4
const FIRST_RATE = 10
const GROWTH = 1.35
const MOST = 400
/** A rate was kept when this much of it was reached. */
const KEPT = 0.97

/**
 * The highest rate (calls a second) at which every call of some seconds went well and the program that dials kept up; tried
 * upwards, then once between the last two. A rate has failed when it fails twice: a virtual machine is now and then not run
 * at all for a while.
 */
export async function highestRate(target: Target): Promise<{ rate: number; why: readonly string[] }> {
  const once = async (rate: number): Promise<readonly string[]> => {
    const { failed, failures, reached } = await load(target, rate, Math.ceil(rate * STEP_SECONDS), 1)
    // Calls that were given up are still being cleaned up.
    if (failed > 0) await sleep(1500)
    const behind = reached < rate * KEPT ? [`the program that dials began ${reached.toFixed(1)} of ${rate} calls a second`] : []
    return [...failures, ...behind]
  }
  const attempt = async (rate: number) => {
    const first = await once(rate)
    return first.length > 0 ? once(rate) : first
  }
  let good = 0
  let why: readonly string[] = []
  let rate = FIRST_RATE
  for (; rate <= MOST; rate = Math.round(rate * GROWTH)) {
    why = await attempt(rate)
    if (why.length > 0) break
    good = rate
  }
  if (good === 0 || why.length === 0) return { rate: good, why }
  const between = Math.round((good + rate) / 2)
  return { rate: (await attempt(between)).length === 0 ? between : good, why }
}
