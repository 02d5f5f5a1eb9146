import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Phone } from '@/e2e/support/caller'
import type { FakeEngine } from './testing/fake-engine'
import { startTestAsterisk, type TestAsterisk } from './testing/instance'

const desk = { extension: '1001', secret: 'tulip;"rose" #1', displayName: 'Ann "Desk" Lee; sales' }

describe('phones', () => {
  let asterisk: TestAsterisk
  let engine: FakeEngine
  let port: number
  beforeAll(async () => {
    asterisk = await startTestAsterisk({ phones: [desk] })
    engine = await asterisk.engine()
    engine.onStart = (channel, args) => (args[0] === 'out' ? undefined : engine.takeCall(channel))
    await engine.connected()
    port = asterisk.settings.sipPort
  })
  afterAll(async () => {
    await engine.close()
    await asterisk.stop()
  })

  it('register with their password only, and wrong ones are noted', async () => {
    const phone = await Phone.open({ port, name: desk.extension, password: desk.secret })
    const thief = await Phone.open({ port, name: desk.extension, password: 'guess' })
    expect(await thief.register()).toBe(401)
    expect(await phone.register()).toBe(200)
    const log = readFileSync(join(asterisk.settings.dataDir, 'asterisk/log/security'), 'utf8')
    expect(log).toMatch(/SecurityEvent="(ChallengeResponseFailed|InvalidPassword)".*AccountID="1001"/)
    expect(log).not.toContain(desk.secret)
    await phone.close()
    await thief.close()
  })

  it('call in with their password, under their name; without it nobody is that phone, trusted network or not', async () => {
    const phone = await Phone.open({ port, name: desk.extension, password: desk.secret })
    const call = await phone.call('7000')
    await call.answered
    const start = await engine.event(({ type, channel }) => type === 'StasisStart' && channel?.dialplan.exten === '7000')
    expect(start.channel).toMatchObject({
      name: expect.stringContaining('PJSIP/1001-'),
      caller: { number: '1001', name: "Ann 'Desk' Lee; sales" },
    })
    await phone.close()

    const thief = await Phone.open({ port, name: desk.extension, password: 'guess' })
    const refused = await thief.call('7000')
    await expect(refused.answered).rejects.toThrow('401')
    await thief.close()
  })

  it('are rung by the engine, on every device that is registered', async () => {
    const [one, other] = [
      await Phone.open({ port, name: desk.extension, password: desk.secret }),
      await Phone.open({ port, name: desk.extension, password: desk.secret }),
    ]
    expect([await one.register(), await other.register()]).toEqual([200, 200])
    await engine.rest('POST', '/channels?endpoint=Local/1001@patchbay-out/n&app=patchbay&appArgs=out')
    const [atOne, atOther] = [await one.nextCall(), await other.nextCall()]
    atOther.ring()
    atOther.answer()
    expect((await atOne.ended).by).toBe('them')
    await engine.event(({ type, args }) => type === 'StasisStart' && args?.[0] === 'out')
    await one.close()
    await other.close()
  })

  it('that are busy say so through the dialplan', async () => {
    const phone = await Phone.open({ port, name: desk.extension, password: desk.secret })
    await phone.register()
    await engine.rest('POST', '/channels?endpoint=Local/1001@patchbay-out/n&app=patchbay&appArgs=out&channelId=busy-test')
    const call = await phone.nextCall()
    call.reject(486)
    const gone = await engine.event(({ type, channel }) => type === 'ChannelDestroyed' && channel?.id === 'busy-test')
    expect(gone.cause).toBe(17)
    await phone.close()
  })

  it('nobody has fail with “unallocated number” while there is no trunk', async () => {
    await engine.rest('POST', '/channels?endpoint=Local/5551234@patchbay-out/n&app=patchbay&channelId=nobody-test')
    const gone = await engine.event(({ type, channel }) => type === 'ChannelDestroyed' && channel?.id === 'nobody-test')
    expect(gone.cause).toBe(1)
  })

  it('of the browser are pushed over ARI and are then rung', async () => {
    const put = (type: string, fields: Record<string, string>) =>
      engine.rest('PUT', `/asterisk/config/dynamic/res_pjsip/${type}/web-7`, {
        fields: Object.entries(fields).map(([attribute, value]) => ({ attribute, value })),
      })
    const phone = await Phone.open({ port, name: 'web-7', password: 'once' })
    expect(await phone.register()).not.toBe(200)
    await put('auth', { auth_type: 'userpass', username: 'web-7', password: 'once' })
    await put('aor', { max_contacts: '5', remove_existing: 'yes' })
    await put('endpoint', {
      auth: 'web-7',
      aors: 'web-7',
      context: 'patchbay-in',
      webrtc: 'yes',
      dtls_auto_generate_cert: 'yes',
      allow: 'opus,ulaw',
    })
    expect(await phone.register()).toBe(200)
    await engine.rest('POST', '/channels?endpoint=PJSIP/web-7&app=patchbay&appArgs=out')
    const call = await phone.nextCall()
    expect(call.invite?.body).toMatch(/a=fingerprint:SHA-256/)
    call.reject()
    await phone.close()
  })
})

describe('calls to the outside', () => {
  it('go to the trunk, and calls from its address come in', async () => {
    const provider = await Phone.open({ port: 9, name: 'provider' })
    const asterisk = await startTestAsterisk({
      trustedNetworks: [],
      trunk: { host: `127.0.0.1:${provider.port}`, fromNumber: '+49301234' },
    })
    const engine = await asterisk.engine()
    await engine.connected()
    await engine.rest('POST', '/channels?endpoint=Local/0055512@patchbay-out/n&app=patchbay')
    const call = await provider.nextCall()
    expect(call.invite?.start).toMatchObject({ uri: expect.stringMatching(/^sip:0055512@127\.0\.0\.1/) })
    expect(call.invite?.headers.find(([name]) => name === 'from')?.[1]).toContain('+49301234')
    call.reject(603)

    engine.onStart = (channel) => engine.takeCall(channel)
    const outside = await Phone.open({ port: asterisk.settings.sipPort })
    const incoming = await outside.call('7000')
    await incoming.answered
    const start = await engine.event(({ type, args }) => type === 'StasisStart' && args?.[0] === '7000')
    expect(start.channel?.name).toContain('PJSIP/pb-trunk-')
    await outside.close()
    await provider.close()
    await engine.close()
    await asterisk.stop()
  })
})

describe('strangers', () => {
  it('are not let in when their network is not trusted', async () => {
    const asterisk = await startTestAsterisk({ trustedNetworks: ['192.0.2.0/24'] })
    const phone = await Phone.open({ port: asterisk.settings.sipPort })
    const call = await phone.call('7000')
    await expect(call.answered).rejects.toThrow('401')
    await phone.close()
    await asterisk.stop()
  })
})

describe('the fallback', () => {
  it('rings the extension set for it, after a sentence, when no engine takes the call', async () => {
    const asterisk = await startTestAsterisk({
      phones: [desk],
      fallback: { kind: 'extension', extension: '1001' },
      pickupSeconds: 1,
      unavailableSound: 'beep',
    })
    const port = asterisk.settings.sipPort
    const phone = await Phone.open({ port, name: desk.extension, password: desk.secret })
    await phone.register()
    const caller = await Phone.open({ port })
    const call = await caller.call('7000')
    const answered = await call.answered
    await call.ear.sound({ after: answered })
    const fallback = await phone.nextCall()
    fallback.answer()
    await fallback.answered
    const tone = new Uint8Array(160).map((_, sample) => (sample % 8 < 4 ? 0x20 : 0xa0))
    const spoke = performance.now()
    fallback.speak(() => tone)
    await call.ear.sound({ after: spoke })
    await fallback.hangup()
    expect((await call.ended).by).toBe('them')
    await phone.close()
    await caller.close()
    await asterisk.stop()
  })
})
