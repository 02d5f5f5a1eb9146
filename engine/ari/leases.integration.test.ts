import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hum, Phone } from '@/e2e/support/caller'
import { type AsteriskRig, openAsteriskRig } from './testing/asterisk-rig'
import { Recorder } from './testing/recorder'

const LEASE_SECONDS = 2

describe('calls on loan', () => {
  let rig: AsteriskRig
  let close: () => Promise<void>
  const phones: Phone[] = []
  beforeAll(async () => {
    const opened = await openAsteriskRig('outbound', { unavailableSound: 'beep' }, LEASE_SECONDS)
    rig = opened.rig
    close = opened.close
  })
  afterAll(async () => {
    for (const phone of phones) await phone.close()
    await close()
  })

  async function callIn(name: string) {
    const phone = await Phone.open({ port: rig.sipPort, name })
    phones.push(phone)
    const caller = await phone.call('7000')
    const { call } = await rig.until(rig.nextIncoming())
    await call.answer()
    await rig.until(caller.answered)
    return { caller, call, heard: new Recorder(call) }
  }

  it('given the engine is there, then they last; given it never comes back, then the caller hears a sentence, and two who talk go on', async () => {
    const [waiting, restored, talking] = [await callIn('4712'), await callIn('4713'), await callIn('4714')]
    await talking.call.dial('s:1:d', { kind: 'extension', number: '1001' }, { ringSeconds: 10 })
    const party = await rig.until(rig.nextParty())
    await party.answer()
    await rig.until(talking.heard.next('leg', ({ state }) => state === 'answered'))
    await rig.pass(LEASE_SECONDS * 2000)
    for (const { heard } of [waiting, restored, talking]) expect(heard.all('gone')).toEqual([])

    // One that comes back in time takes them all over.
    await rig.killEngine()
    await rig.pass(LEASE_SECONDS * 500)
    await rig.startEngine()
    await rig.pass(LEASE_SECONDS * 2000)
    expect(await rig.telephony.liveCalls()).toMatchObject({ ok: true, value: { length: 3 } })

    const died = performance.now()
    await rig.killEngine()
    for (const { caller } of [waiting, restored]) {
      await rig.until(caller.ear.sound({ after: died, within: 10_000 }))
      expect((await rig.until(caller.ended)).by).toBe('them')
    }
    expect(performance.now() - died).toBeGreaterThan(LEASE_SECONDS * 500)
    await rig.pass(LEASE_SECONDS * 1000)
    let over = false
    void talking.caller.ended.then(() => {
      over = true
    })
    talking.caller.speak(hum)
    await rig.pass(500)
    expect(over).toBe(false)
    await talking.caller.hangup()
    await rig.startEngine()
    await rig.until(party.ended)
  })
})
