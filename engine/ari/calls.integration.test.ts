import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { Phone, type Call as PhoneCall } from '@/e2e/support/caller'
import type { Call } from '@/engine/ports'
import { type AsteriskRig, openAsteriskRig } from './testing/asterisk-rig'
import { Recorder } from './testing/recorder'

const number = { kind: 'number', number: '7000' } as const
const extension = { kind: 'extension', number: '1001' } as const

describe('calls on real Asterisk', () => {
  let rig: AsteriskRig
  let close: () => Promise<void>
  const phones: Phone[] = []
  beforeAll(async () => {
    const opened = await openAsteriskRig('outbound', { pickupSeconds: 1 })
    rig = opened.rig
    close = opened.close
  })
  afterEach(async () => {
    for (const phone of phones.splice(0)) await phone.close()
  })
  afterAll(() => close())

  async function phone(name: string, password?: string): Promise<Phone> {
    const opened = await Phone.open({ port: rig.sipPort, name, ...(password ? { password } : {}) })
    phones.push(opened)
    return opened
  }

  async function callIn(from: Phone): Promise<{ caller: PhoneCall; heard: Recorder; call: Call }> {
    const caller = await from.call('7000')
    const { call } = await rig.until(rig.nextIncoming())
    return { caller, call, heard: new Recorder(call) }
  }

  it('given a call was taken, then the dialplan’s limit on waiting for us does not end it', async () => {
    const { caller, call, heard } = await callIn(await phone('4712'))
    await rig.pass(1500)
    expect(heard.all('gone')).toEqual([])
    expect(await call.answer()).toMatchObject({ ok: true })
    await rig.until(caller.answered)
  })

  it('given a caller who was not answered is transferred, then it rings there, and both are connected when the party answers', async () => {
    const { caller, call, heard } = await callIn(await phone('4712'))
    await call.dial('s:1:d', extension, { ringSeconds: 10 })
    const party = await rig.until(rig.nextParty())
    await rig.until(caller.ringing)
    await party.answer()
    await rig.until(caller.answered)
    await rig.until(heard.next('leg', ({ state }) => state === 'answered'))
  })

  it('given a transfer to a flow’s number, then it comes in as a call of its own, and both are connected when the flow answers', async () => {
    const { caller, call, heard } = await callIn(await phone('4712'))
    await call.answer()
    await call.dial('s:2:d', number, { ringSeconds: 10 })
    const { call: second, incoming } = await rig.until(rig.nextIncoming())
    expect(incoming).toMatchObject({ to: '7000', from: { number: '4712' } })
    await second.answer()
    await rig.until(heard.next('leg', ({ state }) => state === 'answered'))
    await second.play('s:3:p', [rig.longSound])
    await rig.until(caller.ear.sound())
    const keys = new Recorder(second)
    await caller.press('5')
    expect(await rig.until(keys.next('digit'))).toMatchObject({ digit: '5' })
    await second.hangup()
    expect(await rig.until(heard.next('leg'))).toMatchObject({ state: 'ended' })
    expect(heard.all('gone')).toEqual([])
  })

  it('given a page asks for an account, then it registers with its password until it is removed', async () => {
    const account = await rig.telephony.browserPhones.create('Ada')
    if (!account.ok) throw new Error(account.error.message)
    const { username, password } = account.value
    expect(await (await phone(username, 'wrong')).register()).toBe(401)
    const page = await phone(username, password)
    expect(await page.register()).toBe(200)
    await rig.telephony.browserPhones.remove(username)
    expect(await (await phone(username, password)).register()).toBeGreaterThanOrEqual(401)
  })

  it('given a phone on two devices, when it is rung, then both ring and the first to answer talks', async () => {
    const desk = await phone('1001', 'e7b1c0')
    await desk.register()
    const { caller, call, heard } = await callIn(await phone('4712'))
    await call.answer()
    await call.dial('s:4:d', extension, { ringSeconds: 10 })
    const [first, second] = await rig.until(Promise.all([rig.nextParty(), desk.nextCall()]))
    second.answer()
    await rig.until(heard.next('leg', ({ state }) => state === 'answered'))
    await rig.until(first.ended)
    await caller.hangup()
    await rig.until(second.ended)
  })

  it('given the configuration is read again, then calls and connection go on', async () => {
    const { caller, call, heard } = await callIn(await phone('4712'))
    await call.answer()
    expect(await rig.telephony.reloadConfiguration()).toEqual({ ok: true, value: undefined })
    await caller.press('8')
    expect(await rig.until(heard.next('digit'))).toMatchObject({ digit: '8' })
    expect(rig.telephony.info()).toMatchObject({ state: 'up', transport: 'websocket' })
  })
})
