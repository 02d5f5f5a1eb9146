import { once } from 'node:events'
import { existsSync, readFileSync, readlinkSync, statSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { Phone } from '@/e2e/support/caller'
import { sipp } from '@/e2e/support/sipp'
import { prepareAsterisk, startAsterisk } from '.'
import { askAri } from './ari-info'
import type { FakeEngine } from './testing/fake-engine'
import { startTestAsterisk, type TestAsterisk, testSettings } from './testing/instance'

const alive = (pid: number): boolean => existsSync(`/proc/${pid}`)

describe('an Asterisk of our own', () => {
  let asterisk: TestAsterisk
  beforeAll(async () => {
    asterisk = await startTestAsterisk()
  })
  afterAll(() => asterisk.stop())

  it('answers ARI with its version, and refuses a wrong password', async () => {
    const { ari, version } = asterisk.running
    expect(await askAri(ari)).toEqual({ kind: 'up', version })
    expect(await askAri({ ...ari, password: 'wrong' })).toEqual({ kind: 'refused', status: 401 })
  })

  it('loads every module of its list', async () => {
    const { ari, settings } = { ...asterisk.running, ...asterisk }
    const response = await fetch(`${ari.url}/asterisk/modules`, {
      headers: { authorization: `Basic ${Buffer.from(`${ari.user}:${ari.password}`).toString('base64')}` },
    })
    const modules: { name: string; status: string }[] = await response.json()
    const running = new Set(modules.filter(({ status }) => status === 'Running').map(({ name }) => name))
    const wanted = readFileSync(join(settings.dataDir, 'asterisk/etc/modules.conf'), 'utf8').match(/\w+\.so/g) ?? []
    expect(wanted.length).toBeGreaterThan(80)
    expect(wanted.filter((name) => !running.has(name))).toEqual([])
  })

  it('starts without a warning or an error', () => {
    const log = readFileSync(join(asterisk.settings.dataDir, 'asterisk/log/console'), 'utf8')
    expect(log.split('\n').filter((line) => /WARNING|ERROR|Unable/.test(line))).toEqual([])
  })

  it('uses no library from outside its folder', async () => {
    const { pid } = asterisk.running
    const loader = readlinkSync(`/proc/${pid}/exe`)
    const root = loader.slice(0, loader.indexOf('/usr/lib'))
    const maps = readFileSync(`/proc/${pid}/maps`, 'utf8')
    const libraries = new Set(maps.match(/\/\S+\.so[.\d]*$/gm))
    expect(libraries.size).toBeGreaterThan(100)
    expect([...libraries].filter((file) => !file.startsWith(`${root}/`))).toEqual([])
  })

  it('keeps its files, with passwords in them, to ourselves', async () => {
    const etc = join(asterisk.settings.dataDir, 'asterisk/etc')
    for (const name of await readdir(etc)) expect(statSync(join(etc, name)).mode & 0o077, name).toBe(0)
    expect(statSync(join(asterisk.settings.dataDir, 'asterisk')).mode & 0o077).toBe(0)
  })

  it('takes browser phones on its websocket', async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${asterisk.settings.httpPort}/ws`, 'sip')
    await once(socket, 'open')
    expect(socket.protocol).toBe('sip')
    socket.close()
  })

  it('has a place for recordings', () => {
    expect(existsSync(join(asterisk.settings.dataDir, 'asterisk/spool/recording'))).toBe(true)
  })
})

describe('several of them', () => {
  it('run side by side, and stopping one leaves the other and no process of its own', async () => {
    const [one, other] = [await startTestAsterisk(), await startTestAsterisk()]
    const { pid } = one.running
    expect((await askAri(one.running.ari)).kind).toBe('up')
    await one.stop()
    expect(alive(pid)).toBe(false)
    expect((await askAri(other.running.ari)).kind).toBe('up')
    await other.stop()
    expect(alive(other.running.pid)).toBe(false)
  })
})

describe('stopping', () => {
  it('ends calls with a BYE', async () => {
    const asterisk = await startTestAsterisk()
    const engine = await asterisk.engine()
    engine.onStart = (channel) => engine.takeCall(channel)
    const phone = await Phone.open({ port: asterisk.settings.sipPort })
    const call = await phone.call('7000')
    await call.answered
    await asterisk.stop()
    expect((await call.ended).by).toBe('them')
    await phone.close()
    await engine.close()
  })
})

describe('trouble', () => {
  const dirs: string[] = []
  const ownSettings = async () => {
    const settings = await testSettings()
    dirs.push(settings.dataDir)
    return settings
  }
  afterAll(() => Promise.all(dirs.map((dir) => rm(dir, { recursive: true }))))

  it('names the port that another program has', async () => {
    const settings = await ownSettings()
    const squatter = createServer()
    await new Promise<void>((resolve) => squatter.listen(settings.httpPort, '127.0.0.1', resolve))
    const installation = await prepareAsterisk()
    const started = installation.ok && (await startAsterisk(installation.value, settings))
    squatter.close()
    expect(started).toMatchObject({
      ok: false,
      error: { code: 'ASTERISK_PORT_TAKEN', params: { port: settings.httpPort, transport: 'TCP' } },
    })
  })

  it('tells what Asterisk said last when it ends while starting', async () => {
    const settings = await ownSettings()
    const installation = await prepareAsterisk()
    if (!installation.ok) throw new Error(installation.error.message)
    // No documentation there, so Asterisk refuses to start.
    const started = await startAsterisk({ ...installation.value, dataDir: settings.dataDir }, settings)
    expect(started).toMatchObject({
      ok: false,
      error: { code: 'ASTERISK_EXITED', message: expect.stringMatching(/core-en_US|documentation|XML/i) },
    })
  })

  it('tells when the program is not there', async () => {
    const installation = await prepareAsterisk()
    if (!installation.ok) throw new Error(installation.error.message)
    const started = await startAsterisk({ ...installation.value, command: '/nowhere/asterisk' }, await ownSettings())
    expect(started).toMatchObject({ ok: false, error: { code: 'ASTERISK_EXITED', message: expect.stringContaining('ENOENT') } })
  })

  it('tells when it was killed', async () => {
    const asterisk = await startTestAsterisk()
    process.kill(asterisk.running.pid, 'SIGKILL')
    expect(await asterisk.running.exited).toMatchObject({ signal: 'SIGKILL', lastLines: expect.stringContaining('Asterisk Ready') })
    await asterisk.stop()
  })
})

describe('calls into the engine', () => {
  let asterisk: TestAsterisk
  let engine: FakeEngine
  beforeAll(async () => {
    asterisk = await startTestAsterisk({ pickupSeconds: 2 })
  })
  afterEach(() => engine.close())
  afterAll(() => asterisk.stop())

  it('reach the application with the number dialled, over a socket that Asterisk logged in on', async () => {
    engine = await asterisk.engine()
    engine.onStart = (channel) => engine.takeCall(channel)
    const phone = await Phone.open({ port: asterisk.settings.sipPort })
    const call = await phone.call('7000')
    await call.answered
    const start = await engine.event(({ type }) => type === 'StasisStart')
    expect(start).toMatchObject({ args: ['7000'], channel: { dialplan: { context: 'patchbay-in', exten: '7000' } } })
    const { ariUser, ariPassword } = asterisk.settings
    expect(engine.logins).toEqual([`Basic ${Buffer.from(`${ariUser}:${ariPassword}`).toString('base64')}`])

    await call.press('42#')
    await engine.event(({ digit }) => digit === '#')
    expect(engine.events.flatMap(({ digit }) => digit ?? [])).toEqual(['4', '2', '#'])
    await phone.close()
    await engine.event(({ type }) => type === 'StasisEnd')
  })

  it('are heard: a sound played by ARI reaches the caller within a packet', async () => {
    engine = await asterisk.engine()
    engine.onStart = (channel) => engine.takeCall(channel)
    const phone = await Phone.open({ port: asterisk.settings.sipPort })
    const call = await phone.call('7000')
    await call.answered
    const { channel } = await engine.event(({ type }) => type === 'ChannelStateChange')
    const asked = performance.now()
    await engine.rest('POST', `/channels/${channel?.id}/play?media=sound:hello-world`)
    const first = await call.ear.packet({ after: asked })
    expect(first.payload).toHaveLength(160)
    await call.ear.sound({ after: asked })
    const playing = call.ear.packets.length
    await call.ear.quiet(500)
    expect(call.ear.packets.length).toBeGreaterThan(playing + 20)
    await phone.close()
  })

  it('by SIPp press digits and hang up', async () => {
    engine = await asterisk.engine()
    engine.onStart = (channel) => engine.takeCall(channel)
    const presses = [
      { key: '1', atMs: 300 },
      { key: '1', atMs: 600 },
      { key: '*', atMs: 900 },
    ]
    const result = await sipp({ port: asterisk.settings.sipPort, number: '7001', presses, hangupAfterMs: 1500 })
    expect(result).toMatchObject({ ok: true, errors: '', calls: [{ bye: { by: 'us' } }] })
    await engine.event(({ type }) => type === 'StasisEnd')
    expect(engine.events.flatMap(({ digit }) => digit ?? [])).toEqual(['1', '1', '*'])
  })

  it('by SIPp are hung up on by the engine', async () => {
    engine = await asterisk.engine()
    engine.onStart = async (channel) => {
      await engine.takeCall(channel)
      await engine.event(({ type, channel: pressed }) => type === 'ChannelDtmfReceived' && pressed?.id === channel.id)
      await engine.rest('DELETE', `/channels/${channel.id}`)
    }
    const result = await sipp({ port: asterisk.settings.sipPort, number: '7001', calls: 3, presses: [{ key: '9', atMs: 200 }] })
    expect(result.calls.map(({ bye }) => bye?.by)).toEqual(['them', 'them', 'them'])
  })

  it('go on after the guard’s time when the engine has taken them', async () => {
    engine = await asterisk.engine()
    engine.onStart = (channel) => engine.takeCall(channel)
    const result = await sipp({ port: asterisk.settings.sipPort, number: '7001', hangupAfterMs: 3000 })
    expect(result.calls).toMatchObject([{ bye: { by: 'us' } }])
  })

  it('ring for a moment while the engine restarts, and are then answered', async () => {
    const phone = await Phone.open({ port: asterisk.settings.sipPort })
    const call = await phone.call('7002')
    await call.ringing
    engine = await asterisk.engine()
    engine.onStart = (channel, [number]) => (number === '7002' ? engine.takeCall(channel) : undefined)
    await call.answered
    await phone.close()
  })

  it('hear a sentence and are hung up on when no engine takes them', async () => {
    const phone = await Phone.open({ port: asterisk.settings.sipPort })
    const called = performance.now()
    const call = await phone.call('+4930123456')
    const answered = await call.answered
    expect(answered - called).toBeGreaterThan(1900)
    await call.ear.sound({ after: answered })
    expect((await call.ended).by).toBe('them')
    await phone.close()
  })
})

describe('an Asterisk that cannot connect to the engine by itself', () => {
  it('lets callers hear ringing until the engine has connected to it', async () => {
    const settings = await testSettings()
    const installation = await prepareAsterisk()
    if (!installation.ok) throw new Error(installation.error.message)
    const started = await startAsterisk({ ...installation.value, version: '20.13.0' }, settings)
    if (!started.ok) throw new Error(started.error.message)
    const { ari, stop } = started.value
    const phone = await Phone.open({ port: settings.sipPort })
    const call = await phone.call('7000')
    await call.ringing

    const login = encodeURIComponent(`${ari.user}:${ari.password}`)
    const socket = new WebSocket(`${ari.url.replace('http', 'ws')}/events?app=patchbay&api_key=${login}`)
    socket.on('message', async (data) => {
      const event = JSON.parse(String(data))
      if (event.type === 'StasisStart') {
        await fetch(`${ari.url}/channels/${event.channel.id}/answer?api_key=${login}`, { method: 'POST' })
      }
    })
    await call.answered
    await phone.close()
    socket.terminate()
    await stop()
    await rm(settings.dataDir, { recursive: true })
  })
})
