import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Phone } from '@/e2e/support/caller'
import {
  type AsteriskInstallation,
  type AsteriskSettings,
  asteriskDirs,
  freePort,
  prepareAsterisk,
  type RunningAsterisk,
  startAsterisk,
} from '@/engine/asterisk'
import type { Call, IncomingCall } from '@/engine/ports'
import { type AsteriskLink, createAsteriskTelephony } from '../create'
import { silentLog } from '../log'
import { AsteriskTelephony } from '../telephony'
import { AriClientTransport } from '../transport/ari-client'
import { Gate } from './gate'
import type { Rig, RigCaller, RigParty } from './rig'

const LIMIT_MS = 15_000
const party = { extension: '1001', secret: 'e7b1c0', displayName: 'Party' }

/** How the engine talks with Asterisk in a test. */
export type Way = 'outbound' | 'inbound' | 'ari-client'

/** Real Asterisk, SIP phones, and a connection between Asterisk and engine that can be cut. */
export class AsteriskRig implements Rig {
  readonly sound = 'sound:hello-world'
  readonly longSound = 'sound:demo-congrats'
  readonly noSound = 'sound:not-there'
  readonly states: ('up' | 'down')[] = []
  readonly #incoming: { call: Call; incoming: IncomingCall }[] = []
  readonly #changed = new Set<() => void>()
  telephony: AsteriskTelephony

  constructor(
    private readonly installation: AsteriskInstallation,
    private readonly settings: AsteriskSettings,
    private readonly gate: Gate,
    private asterisk: RunningAsterisk,
    private readonly caller: Phone,
    private readonly party: Phone,
    private readonly way: Way,
  ) {
    this.telephony = this.#engine()
  }

  get sipPort(): number {
    return this.settings.sipPort
  }

  async dialIn(): Promise<RigCaller> {
    const call = await this.caller.call('7000')
    const begun = performance.now()
    return {
      press: async (digits) => void (await call.press(digits, 100)),
      hangup: async () => void (await call.hangup()),
      hears: () => call.ear.sound({ after: begun }),
      answered: call.answered,
      ended: call.ended,
    }
  }

  async nextIncoming() {
    await this.#when(() => this.#incoming.length > 0)
    const next = this.#incoming.shift()
    if (!next) throw new Error('no call')
    return next
  }

  async nextParty(): Promise<RigParty & Pick<RigCaller, 'hears'>> {
    const call = await this.party.nextCall(LIMIT_MS)
    call.ring()
    return {
      answer: async () => call.answer(),
      busy: async () => call.reject(486),
      hangup: async () => void (await call.hangup()),
      hears: () => call.ear.sound({ after: performance.now() }),
      ended: call.ended,
    }
  }

  async until<T>(happens: Promise<T>): Promise<T> {
    const late = new AbortController()
    const limit = sleep(LIMIT_MS, undefined, { signal: late.signal }).then(() => {
      throw new Error('it did not happen within 15 s')
    })
    try {
      return await Promise.race([happens, limit])
    } finally {
      late.abort()
      await limit.catch(() => {})
    }
  }

  async pass(ms: number): Promise<void> {
    await sleep(ms)
  }

  now(): number {
    return Date.now()
  }

  async loseConnection(): Promise<void> {
    const told = this.states.length
    this.gate.shut()
    await this.#when(() => this.states.length > told)
  }

  async regainConnection(): Promise<void> {
    const told = this.states.length
    this.gate.open()
    await this.#when(() => this.states.length > told)
  }

  async killEngine(): Promise<void> {
    await this.telephony.stop()
    // What Asterisk sends in the very moment in which the socket breaks is lost: it notices a millisecond later.
    await sleep(50)
  }

  /** `before` it connects it may take up calls that it knows of. */
  async startEngine(before: (telephony: AsteriskTelephony) => void = () => {}): Promise<void> {
    const told = this.states.length
    this.telephony = this.#engine()
    before(this.telephony)
    await this.telephony.start()
    await this.#when(() => this.states.length > told)
  }

  async restartServer(): Promise<void> {
    const told = this.states.length
    process.kill(this.asterisk.pid, 'SIGKILL')
    await this.asterisk.exited
    const again = await startAsterisk(this.installation, this.settings)
    if (!again.ok) throw new Error(again.error.message)
    this.asterisk = again.value
    await this.#when(() => this.states.length >= told + 2)
  }

  async close(): Promise<void> {
    await Promise.all([this.caller.close(), this.party.close()])
    await this.telephony.stop()
    this.gate.close()
    await this.asterisk.stop()
  }

  #engine(): AsteriskTelephony {
    const telephony = this.#connectBy(this.way)
    telephony.onIncoming((call, incoming) => {
      this.#incoming.push({ call, incoming })
      this.#tell()
    })
    telephony.onState((state) => {
      this.states.push(state)
      this.#tell()
    })
    return telephony
  }

  /** How an engine, or who stands in for it, reaches this Asterisk. */
  get link(): Extract<AsteriskLink, { mode: 'own' }> {
    const { ariUser, ariPassword, httpPort, dataDir } = this.settings
    const { recordings: recordingsDir } = asteriskDirs(dataDir)
    const { version } = this.asterisk
    return { mode: 'own', version, httpPort, ariUser, ariPassword, app: 'patchbay', engineWsPort: this.gate.behind, recordingsDir }
  }

  #connectBy(way: Way): AsteriskTelephony {
    const { ariUser, ariPassword, version, app, recordingsDir } = this.link
    const isFlowNumber = (number: string) => number === '7000'
    const url = `http://127.0.0.1:${this.gate.front}/ari`
    switch (way) {
      case 'outbound':
        return createAsteriskTelephony(this.link, { isFlowNumber })
      case 'inbound':
        return createAsteriskTelephony({ mode: 'remote', url, ariUser, ariPassword, app }, { isFlowNumber })
      case 'ari-client': {
        const transport = new AriClientTransport({ url, user: ariUser, password: ariPassword, app }, version, silentLog)
        return new AsteriskTelephony({ app, transport, recordingsDir, isFlowNumber, log: silentLog })
      }
    }
  }

  #when(condition: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (!condition()) return
        this.#changed.delete(look)
        resolve()
      }
      this.#changed.add(look)
      look()
    })
  }

  #tell(): void {
    for (const look of [...this.#changed]) look()
  }
}

/** Starts Asterisk and everything around it. */
export async function openAsteriskRig(
  way: Way,
  more: Partial<AsteriskSettings> = {},
): Promise<{ rig: AsteriskRig; close: () => Promise<void> }> {
  const installation = await prepareAsterisk()
  if (!installation.ok) throw new Error(installation.error.message)
  const dataDir = mkdtempSync(join(tmpdir(), 'patchbay-ari-'))
  const [httpPort, sipPort, front, behind] = [await freePort(), await freePort(), await freePort(), await freePort()]
  const settings: AsteriskSettings = {
    dataDir,
    sipPort,
    sipBind: '127.0.0.1',
    httpPort,
    rtpStart: 21_000,
    rtpEnd: 21_400,
    ariUser: 'patchbay',
    ariPassword: 'b81f7d',
    engineWsUrl: `ws://127.0.0.1:${front}/ari`,
    phones: [party],
    ...more,
  }
  // An older Asterisk has no websocket of its own to us, which would hold the application.
  const capable = way === 'outbound' ? installation.value : { ...installation.value, version: '20.0.0' }
  const asterisk = await startAsterisk(capable, settings)
  if (!asterisk.ok) throw new Error(asterisk.error.message)
  const gate = await Gate.open(front, way === 'outbound' ? behind : httpPort)
  const caller = await Phone.open({ port: sipPort, name: '4711' })
  const phone = await Phone.open({ port: sipPort, name: party.extension, password: party.secret })
  await phone.register()
  const rig = new AsteriskRig(capable, settings, gate, asterisk.value, caller, phone, way)
  await rig.startEngine()
  return {
    rig,
    close: async () => {
      await rig.close()
      rmSync(dataDir, { recursive: true })
    },
  }
}
