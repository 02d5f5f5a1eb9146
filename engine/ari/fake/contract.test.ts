import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Call, IncomingCall, Telephony } from '@/engine/ports'
import { telephonyContract } from '../testing/contract'
import type { Rig, RigCaller, RigParty } from '../testing/rig'
import { FakeTelephony, VirtualClock } from '.'
import type { FakeCaller } from './caller'
import type { FakeLeg } from './leg'

const sounds: Record<string, number> = { 'sound:short': 1000, 'sound:long': 30_000 }
const STEP_MS = 20

class FakeRig implements Rig {
  readonly clock = new VirtualClock()
  readonly recordingsDir = mkdtempSync(join(tmpdir(), 'patchbay-fake-'))
  readonly sound = 'sound:short'
  readonly longSound = 'sound:long'
  readonly noSound = 'sound:none'
  readonly states: ('up' | 'down')[] = []
  readonly #incoming: { call: Call; incoming: IncomingCall }[] = []
  readonly #callers: FakeCaller[] = []
  readonly #parties = new Set<FakeLeg>()
  #fake = this.#listenTo(
    new FakeTelephony({
      clock: this.clock,
      durationOf: (media) => sounds[media],
      answerDial: () => ({ does: 'ring' }),
      recordingsDir: this.recordingsDir,
    }),
  )

  get telephony(): Telephony {
    return this.#fake
  }

  async dialIn(): Promise<RigCaller> {
    const caller = this.#fake.incoming({ to: '7000', from: '4711' })
    this.#callers.push(caller)
    return {
      press: async (digits) => {
        for (const digit of digits) {
          caller.press(digit)
          await this.pass(100)
        }
      },
      hangup: async () => caller.hangup(),
      hears: () => this.#when(() => caller.hearing !== undefined || caller.music),
      answered: this.#when(() => caller.answered),
      ended: this.#when(() => caller.gone),
    }
  }

  async nextIncoming() {
    await this.#when(() => this.#incoming.length > 0)
    const next = this.#incoming.shift()
    if (!next) throw new Error('no call')
    return next
  }

  async nextParty(): Promise<RigParty> {
    const find = () => this.#callers.flatMap((caller) => caller.legs).find((leg) => !this.#parties.has(leg))
    await this.#when(() => find() !== undefined)
    const leg = find()
    if (!leg) throw new Error('no party')
    this.#parties.add(leg)
    return {
      answer: async () => leg.answer(),
      busy: async () => leg.refuse('busy'),
      hangup: async () => leg.hangup(),
      ended: this.#when(() => !leg.alive),
    }
  }

  async until<T>(happens: Promise<T>): Promise<T> {
    let over = false
    const watched = happens.finally(() => {
      over = true
    })
    for (let waited = 0; !over && waited < 15_000; waited += STEP_MS) await this.clock.advance(STEP_MS)
    if (!over) throw new Error('it did not happen within 15 s')
    return watched
  }

  pass(ms: number): Promise<void> {
    return this.clock.advance(ms)
  }

  now(): number {
    return this.clock.now()
  }

  async loseConnection(): Promise<void> {
    this.#fake.goDown()
  }

  async regainConnection(): Promise<void> {
    this.#fake.comeBack()
  }

  async killEngine(): Promise<void> {
    this.#fake = this.#listenTo(this.#fake.successor())
  }

  startEngine(): Promise<void> {
    return this.#fake.start()
  }

  async restartServer(): Promise<void> {
    this.#fake.crash()
    this.#fake.comeBack()
  }

  #listenTo(fake: FakeTelephony): FakeTelephony {
    fake.onIncoming((call, incoming) => this.#incoming.push({ call, incoming }))
    fake.onState((state) => this.states.push(state))
    return fake
  }

  /** Looks at every step of the clock. */
  #when(condition: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (condition()) resolve()
        else this.clock.at(this.clock.now() + STEP_MS, look)
      }
      look()
    })
  }
}

telephonyContract('fake', async () => {
  const rig = new FakeRig()
  await rig.startEngine()
  return { rig, close: async () => rmSync(rig.recordingsDir, { recursive: true }) }
})
