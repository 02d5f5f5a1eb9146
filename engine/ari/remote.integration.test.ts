import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHandBack } from './hand-back'
import { type AsteriskRig, openAsteriskRig } from './testing/asterisk-rig'
import { Recorder } from './testing/recorder'

describe('somebody else’s Asterisk, by its ARI URL', () => {
  let rig: AsteriskRig
  let close: () => Promise<void>
  beforeAll(async () => {
    const opened = await openAsteriskRig('inbound')
    rig = opened.rig
    close = opened.close
  })
  afterAll(() => close())

  it('given a call, then it works over one socket, and goes on after the connection was lost', async () => {
    const caller = await rig.dialIn()
    const { call } = await rig.until(rig.nextIncoming())
    const heard = new Recorder(call)
    await call.answer()
    await call.play('s:1:p', [rig.longSound])
    await rig.until(caller.hears())
    expect(rig.telephony.info()).toMatchObject({ state: 'up', transport: 'websocket' })
    await rig.until(rig.loseConnection())
    await rig.until(rig.regainConnection())
    expect(rig.states).toEqual(['up', 'down', 'up'])
    await caller.press('3')
    expect(await rig.until(heard.next('digit'))).toMatchObject({ digit: '3' })
    await call.stopPlayback('s:1:p')
    expect(await rig.until(heard.next('playback-ended'))).toMatchObject({ result: 'stopped' })
    await caller.hangup()
    await rig.until(heard.next('gone'))
  })

  it('given a call of an engine that was killed, then the next one finds it, and may end it', async () => {
    const caller = await rig.dialIn()
    const { call } = await rig.until(rig.nextIncoming())
    await call.answer()
    await rig.until(caller.answered)
    await rig.until(rig.killEngine())
    await rig.until(rig.startEngine())
    expect(await rig.telephony.liveCalls()).toEqual({ ok: true, value: [call.callId] })
    expect(await rig.telephony.adopt(call.callId).hangup()).toMatchObject({ ok: true })
    await rig.until(caller.ended)
  })

  it('given the engine stays away, then its calls go on in that Asterisk’s own dialplan, after its Stasis()', async () => {
    const caller = await rig.dialIn()
    const { call } = await rig.until(rig.nextIncoming())
    await call.answer()
    await rig.until(caller.answered)
    await rig.until(rig.killEngine())
    const { ariUser, ariPassword, app, httpPort } = rig.link
    const link = { mode: 'remote', url: `http://127.0.0.1:${httpPort}/ari`, ariUser, ariPassword, app } as const
    expect(await createHandBack(link, { fallback: 'not-there', pickupMs: 15_000 }).round(Date.now())).toEqual({ ok: true, value: 1 })
    await rig.until(caller.ended)
    await rig.until(rig.startEngine())
    expect(await rig.telephony.liveCalls()).toEqual({ ok: true, value: [] })
  })

  it('given Asterisk was killed and is there again, then it says since when, and its calls are gone', async () => {
    const begun = Date.now()
    const caller = await rig.dialIn()
    const { call } = await rig.until(rig.nextIncoming())
    const heard = new Recorder(call)
    await call.answer()
    await rig.until(caller.answered)
    expect(rig.telephony.info().since).toBeLessThan(begun)
    await rig.until(rig.restartServer())
    expect(rig.telephony.info().since).toBeGreaterThan(begun)
    await rig.until(heard.next('gone'))
    expect(await rig.telephony.liveCalls()).toEqual({ ok: true, value: [] })
    await caller.hangup()
  })
})
