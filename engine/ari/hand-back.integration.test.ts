import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { hum, Phone, type Call as PhoneCall } from '@/e2e/support/caller'
import type { Call } from '@/engine/ports'
import { createHandBack, type HandBack } from './hand-back'
import { type AsteriskRig, openAsteriskRig } from './testing/asterisk-rig'
import { Recorder } from './testing/recorder'

const OLD = 60_000
const party = { kind: 'extension', number: '1001' } as const
const flow = { kind: 'number', number: '7000' } as const

describe('calls whose engine is gone for good, on real Asterisk', () => {
  let rig: AsteriskRig
  let close: () => Promise<void>
  let handBack: HandBack
  const phones: Phone[] = []
  beforeAll(async () => {
    const opened = await openAsteriskRig('outbound', { unavailableSound: 'beep', pickupSeconds: 2 })
    rig = opened.rig
    close = opened.close
    handBack = createHandBack(rig.link, { fallback: 'patchbay-fallback', pickupMs: 15_000 })
  })
  afterEach(async () => {
    for (const phone of phones.splice(0)) await phone.close()
  })
  afterAll(() => close())

  async function callIn(name: string): Promise<{ caller: PhoneCall; call: Call }> {
    const phone = await Phone.open({ port: rig.sipPort, name })
    phones.push(phone)
    const caller = await phone.call('7000')
    const { call } = await rig.until(rig.nextIncoming())
    await rig.until(call.answer())
    await rig.until(caller.answered)
    return { caller, call }
  }

  /** As the supervisor does; as if that much time had passed since the calls came in. */
  const round = async (later = OLD) => handBack.round(Date.now() + later)
  /** Round after round, until that is so. */
  const rounds = (check: (given: number) => void) =>
    vi.waitFor(
      async () => {
        const given = await round()
        check(given.ok ? given.value : Number.NaN)
      },
      { timeout: 10_000 },
    )

  /** A new engine, and what it hears of a call. */
  async function nextEngine(call: Call): Promise<Recorder> {
    const recorders: Recorder[] = []
    await rig.startEngine((telephony) => recorders.push(new Recorder(telephony.adopt(call.callId))))
    const [heard] = recorders
    if (!heard) throw new Error('no engine')
    return heard
  }

  it('given one waits in silence, then it hears the fallback, and the next engine learns that the caller did not hang up', async () => {
    const { caller, call } = await callIn('silent')
    await rig.killEngine()
    const before = performance.now()
    expect(await round()).toEqual({ ok: true, value: 1 })
    await rig.until(caller.ear.sound({ after: before }))
    expect((await rig.until(caller.ended)).by).toBe('them')
    expect(await round()).toEqual({ ok: true, value: 0 })
    const heard = await nextEngine(call)
    expect(await rig.until(heard.next('gone'))).toMatchObject({ handedBack: true })
  })

  it('given one hears a prompt, then it hears it to its end, then the fallback', async () => {
    const { caller, call } = await callIn('listening')
    const heard = new Recorder(call)
    await call.play('s:1:p', [rig.sound, rig.sound])
    await rig.until(caller.ear.sound())
    await rig.killEngine()
    expect(heard.all('playback-ended')).toEqual([])
    expect(await round()).toEqual({ ok: true, value: 1 })
    // Asked once, though it is still there.
    expect(await round()).toEqual({ ok: true, value: 0 })
    expect((await rig.until(caller.ended)).by).toBe('them')
    const after = await nextEngine(call)
    expect(await rig.until(after.next('playback-ended'))).toMatchObject({ playbackId: 's:1:p', result: 'done' })
    expect(await rig.until(after.next('gone'))).toMatchObject({ handedBack: true })
  })

  it('given one leaves a message, then the message comes to its end and is kept, then the fallback', async () => {
    const { caller, call } = await callIn('talking')
    await call.record('s:2:m', { maxSeconds: 60, silenceSeconds: 0, beep: false, terminator: '#' })
    await vi.waitFor(async () => expect(await call.recordingState('s:2:m')).toEqual({ ok: true, value: 'recording' }))
    await rig.killEngine()
    expect(await round()).toEqual({ ok: true, value: 1 })
    await caller.press('#')
    expect((await rig.until(caller.ended)).by).toBe('them')
    const after = await nextEngine(call)
    expect(await rig.until(after.next('recording-ended'))).toMatchObject({ recordingId: 's:2:m', result: 'done' })
    expect(await rig.until(after.next('gone'))).toMatchObject({ handedBack: true })
  })

  it('given one came in a moment ago, then the clock of the dialplan is left to deal with it', async () => {
    const { caller } = await callIn('new')
    await rig.killEngine()
    expect(await round(0)).toEqual({ ok: true, value: 0 })
    expect(await round(20_000)).toEqual({ ok: true, value: 1 })
    expect((await rig.until(caller.ended)).by).toBe('them')
    await rig.startEngine()
  })

  it('given a caller hangs up while no engine is there, then the next engine hears of a hang-up', async () => {
    const { caller, call } = await callIn('leaving')
    await rig.killEngine()
    await caller.hangup()
    const heard = await nextEngine(call)
    expect(await rig.until(heard.next('gone'))).not.toHaveProperty('handedBack')
  })

  it('given one is given up by the dialplan’s clock, or gives up before, then the next engine can tell which', async () => {
    await rig.killEngine()
    const [patient, hasty] = [
      await Phone.open({ port: rig.sipPort, name: 'patient' }),
      await Phone.open({ port: rig.sipPort, name: 'hasty' }),
    ]
    phones.push(patient, hasty)
    const [waits, leaves] = [await patient.call('7000'), await hasty.call('7000')]
    await rig.until(leaves.ringing)
    await leaves.hangup()
    expect((await rig.until(waits.ended)).by).toBe('them')
    await rig.startEngine()
    const ends = new Map<string, boolean>()
    for (let i = 0; i < 2; i++) {
      const { call, incoming } = await rig.until(rig.nextIncoming())
      const { handedBack = false } = await rig.until(new Recorder(call).next('gone'))
      ends.set(incoming.from.number, handedBack)
    }
    expect(Object.fromEntries(ends)).toEqual({ patient: true, hasty: false })
  })

  it('given the engine hangs up a call that it has not answered, then that was no giving back', async () => {
    const phone = await Phone.open({ port: rig.sipPort, name: 'unanswered' })
    phones.push(phone)
    await phone.call('7000')
    const { call } = await rig.until(rig.nextIncoming())
    const heard = new Recorder(call)
    await call.hangup()
    expect(await rig.until(heard.next('gone'))).not.toHaveProperty('handedBack')
  })

  it('given a caller who waits for a party to answer, then it stops ringing there and the caller hears the fallback', async () => {
    const { caller, call } = await callIn('waiting')
    await call.dial('s:3:d', party, { ringSeconds: 60 })
    const rung = await rig.until(rig.nextParty())
    await rig.killEngine()
    expect(await round()).toEqual({ ok: true, value: 1 })
    await rig.until(rung.ended)
    expect((await rig.until(caller.ended)).by).toBe('them')
    await rig.startEngine()
  })

  it('given two talk, then they go on; once the party hangs up the caller hears the fallback', async () => {
    const { caller, call } = await callIn('in-talk')
    const heard = new Recorder(call)
    await call.dial('s:4:d', party, { ringSeconds: 60 })
    const other = await rig.until(rig.nextParty())
    await other.answer()
    await rig.until(heard.next('leg', ({ state }) => state === 'answered'))
    await rig.killEngine()
    expect(await round()).toEqual({ ok: true, value: 0 })
    caller.speak(hum)
    await rig.until(other.hears())
    await other.hangup()
    await rounds((given) => expect(given).toBe(1))
    expect((await rig.until(caller.ended)).by).toBe('them')
    await rig.startEngine()
  })

  it('given two talk and the caller hangs up, then the party is not left alone', async () => {
    const { caller, call } = await callIn('left')
    const heard = new Recorder(call)
    await call.dial('s:5:d', party, { ringSeconds: 60 })
    const other = await rig.until(rig.nextParty())
    await other.answer()
    await rig.until(heard.next('leg', ({ state }) => state === 'answered'))
    await rig.killEngine()
    await caller.hangup()
    const ended = vi.fn()
    void other.ended.then(ended)
    await rounds(() => expect(ended).toHaveBeenCalled())
    await rig.startEngine()
  })

  it('given a caller whom a flow transferred to another flow, then it hears the fallback once', async () => {
    const { caller, call } = await callIn('twice')
    const heard = new Recorder(call)
    await call.dial('s:6:d', flow, { ringSeconds: 60 })
    const { call: second } = await rig.until(rig.nextIncoming())
    await second.answer()
    await rig.until(heard.next('leg', ({ state }) => state === 'answered'))
    await rig.killEngine()
    expect(await round()).toEqual({ ok: true, value: 0 })
    await rounds((given) => expect(given).toBe(1))
    expect((await rig.until(caller.ended)).by).toBe('them')
    const after = await nextEngine(call)
    expect(await rig.until(after.next('gone'))).toMatchObject({ handedBack: true })
    expect(await rig.telephony.liveCalls()).toEqual({ ok: true, value: [] })
  })
})
