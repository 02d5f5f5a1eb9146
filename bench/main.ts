/**
 * `npm run bench`: the same menu by Patchbay, as plain dialplan and by a hand-written script, side by side on one
 * Asterisk. It measures and tells; it judges nothing, so it only fails when something is broken.
 */
import { Phone } from '../e2e/support/caller'
import { scriptContender } from './contenders/by-hand'
import type { Contender } from './contenders/contender'
import { patchbayContender } from './contenders/patchbay'
import { measureLatency } from './measure/latency'
import { cpuPerCall, highestRate, load } from './measure/load'
import { learnPrompts, type Prompts } from './measure/prompts'
import { type Options, readOptions } from './options'
import { type Figures, json, machine, noFigures, table } from './report'
import { renderSounds } from './sounds'
import { startWorld, type World } from './world'

const options = readOptions(process.argv.slice(2))
const WARM_UP_RATE = 20
const say = (text: string) => console.error(text)

async function measure(world: World, phone: Phone, contender: Contender, prompts: Prompts, figures: Figures): Promise<void> {
  const { name, number } = contender
  const target = { phone, number, prompts }
  figures.afterPromptMs.push(...(await measureLatency(phone, number, prompts, 'after-prompt', options.samples)))
  figures.bargeInMs.push(...(await measureLatency(phone, number, prompts, 'barge-in', options.samples)))

  const pids = [world.asterisk.pid, ...(contender.pid === undefined ? [] : [contender.pid])]
  const { cpu, load } = await cpuPerCall(target, options.calls, pids)
  const [asterisk = Number.NaN, own] = cpu
  figures.asteriskCpuMsPerCall.push(asterisk)
  if (own !== undefined) figures.cpuMsPerCall.push(own)
  figures.failedCalls += load.failed
  if (load.failed > 0) say(`  ${name}: ${load.failed} of ${load.calls} calls failed: ${load.failures.join('; ')}`)

  if (!options.rates) return
  const { rate, why } = await highestRate(target)
  figures.callsPerSecond.push(rate)
  say(`  ${name}: ${rate} calls per second; ${why.length > 0 ? `more: ${why.join('; ')}` : 'more was not tried'}`)
}

async function run({ rounds }: Options): Promise<void> {
  const world = await startWorld()
  const stops: (() => Promise<void>)[] = [world.stop]
  try {
    const sounds = await renderSounds(world.dataDir)
    await world.addNumbers(sounds)
    const started = async (contender: Promise<Contender>) => {
      const ready = await contender
      stops.push(ready.stop)
      return ready
    }
    const contenders: readonly Contender[] = [
      { name: 'dialplan', number: world.numbers.dialplan, stop: async () => {} },
      await started(scriptContender(world, sounds)),
      await started(patchbayContender(world, options.profile)),
    ]
    const phone = await Phone.open({ port: world.settings.sipPort })
    stops.push(() => phone.close())
    const prompts = await learnPrompts(phone, world.numbers.dialplan)

    // What is measured are programs that have been running for a while, not how fast Node compiles them.
    for (const { name, number } of contenders) {
      say(`Warming up: ${name}`)
      await load({ phone, number, prompts }, WARM_UP_RATE, options.warmUp)
    }

    const figures = { dialplan: noFigures(), script: noFigures(), patchbay: noFigures() }
    for (let round = 0; round < rounds; round++) {
      // Another one first each time.
      const order = contenders.map((_, i) => contenders[(i + round) % contenders.length]).filter((c) => c !== undefined)
      say(`Round ${round + 1} of ${rounds}: ${order.map(({ name }) => name).join(', ')}`)
      for (const contender of order) await measure(world, phone, contender, prompts, figures[contender.name])
    }
    const report = { machine: machine(world.asterisk.version), rounds, figures }
    console.log(options.json ? json(report) : `\n${table(report)}`)
  } finally {
    for (const stop of stops.reverse()) await stop()
  }
}

await run(options)
