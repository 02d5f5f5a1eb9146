import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedCall, seedPublishedFlow, seedRecording } from '@/prisma/testing/seeds'
import { writeWav } from '../services/sounds/wav'
import { type TestServer, testServer } from '../testing/test-server'
import { handleRecording } from './recordings'
import { handleSound, handleSoundUpload } from './sounds'
import { handleSpeech } from './speech'

describe('sounds and recordings over HTTP', { timeout: 60_000 }, () => {
  let server: TestServer
  const cookies = new Map<string, string>()
  const content = Uint8Array.from({ length: 1000 }, (_, index) => index % 251)
  beforeAll(async () => {
    server = await testServer()
    for (const role of ['administrator', 'supervisor', 'auditor'] as const)
      cookies.set(role, await server.signIn(await server.person(role)))
    mkdirSync(join(server.dataFolder, 'recordings'))
    writeFileSync(join(server.dataFolder, 'recordings/message.wav'), content)
  }, 60_000)
  afterAll(() => server.remove())

  const as = (role: string, headers: Record<string, string> = {}) =>
    new Request('http://patchbay.local/x', { headers: { cookie: cookies.get(role) ?? '', ...headers } })
  const bytes = async (response: Response) => new Uint8Array(await response.arrayBuffer())

  async function recording(file: string): Promise<string> {
    const { versionId } = await seedPublishedFlow(server.prisma)
    return (await seedRecording(server.prisma, await seedCall(server.prisma, versionId), file)).recordingId
  }

  it('sends a message whole, in part, and not again when it is known', async () => {
    const id = await recording('recordings/message.wav')
    const whole = await handleRecording(as('supervisor'), id, server.container)
    expect([whole.status, whole.headers.get('content-type'), whole.headers.get('content-length')]).toEqual([200, 'audio/wav', '1000'])
    expect(await bytes(whole)).toEqual(content)
    const part = await handleRecording(as('supervisor', { range: 'bytes=10-19' }), id, server.container)
    expect([part.status, part.headers.get('content-range')]).toEqual([206, 'bytes 10-19/1000'])
    expect(await bytes(part)).toEqual(content.slice(10, 20))
    expect((await handleRecording(as('supervisor', { range: 'bytes=1000-' }), id, server.container)).status).toBe(416)
    const etag = whole.headers.get('etag') ?? ''
    expect((await handleRecording(as('supervisor', { 'if-none-match': etag }), id, server.container)).status).toBe(304)
  })

  it('lets nobody listen who may not', async () => {
    const id = await recording('recordings/message.wav')
    expect((await handleRecording(as('auditor'), id, server.container)).status).toBe(403)
    expect((await handleRecording(as('nobody'), id, server.container)).status).toBe(401)
  })

  it('sends nothing that lies outside the data folder, whatever the row says', async () => {
    symlinkSync('/etc/hostname', join(server.dataFolder, 'recordings/link.wav'))
    for (const file of ['../../../etc/hostname', '/etc/hostname', 'recordings/link.wav', 'recordings', '', 'recordings/none.wav', 'a\0b']) {
      const response = await handleRecording(as('supervisor'), await recording(file), server.container)
      expect([file, response.status, await response.json()]).toEqual([
        file,
        404,
        { code: 'NOT_FOUND', message: 'The sound file is no longer there.' },
      ])
    }
    expect((await handleRecording(as('supervisor'), '../auth.secret', server.container)).status).toBe(404)
  })

  const upload = (fields: Record<string, string | Blob>, role = 'administrator', headers: Record<string, string> = {}) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    const request = new Request('http://patchbay.local/api/sounds', {
      method: 'POST',
      body: form,
      headers: { cookie: cookies.get(role) ?? '', ...headers },
    })
    return handleSoundUpload(request, server.container)
  }
  const tone = (seconds: number) =>
    new Blob([writeWav({ rate: 44_100, values: Float32Array.from({ length: 44_100 * seconds }, (_, i) => Math.sin(i / 16)) })])

  it('takes a WAV into the library, under a name in any script, and plays it', async () => {
    const added = await upload({ name: '欢迎 1', file: tone(2) })
    expect([added.status, await added.json()]).toEqual([201, { name: '欢迎 1', durationMs: 2000 }])
    const played = await handleSound(as('auditor'), '欢迎 1', server.container)
    expect(played.status).toBe(200)
    expect((await bytes(played)).byteLength).toBe(44 + 2 * 16_000 * 2)
    expect(await server.machine.sounds.list()).toMatchObject([{ name: '欢迎 1', durationMs: 2000, createdBy: 'An administrator' }])
    expect((await upload({ name: '欢迎 1', file: tone(1) })).status).toBe(409)
    expect((await upload({ name: '欢迎 1', file: tone(1), replace: 'true' })).status).toBe(201)
    await server.machine.sounds.remove({ name: '欢迎 1' })
    expect((await handleSound(as('auditor'), '欢迎 1', server.container)).status).toBe(404)
  })

  it('says what is wrong with an upload', async () => {
    const code = async (response: Promise<Response>) => ((await (await response).json()) as { code: string }).code // answers are problems
    expect(await code(upload({ name: 'Song', file: new Blob(['ID3 not a wav']) }))).toBe('SOUND_UNREADABLE')
    expect(await code(upload({ name: '../x', file: tone(1) }))).toBe('INPUT_INVALID')
    expect(await code(upload({ name: 'Nothing' }))).toBe('INPUT_INVALID')
    expect(await code(upload({ name: 'Text', file: 'words' }))).toBe('INPUT_INVALID')
    expect(await code(upload({ name: 'Huge', file: new Blob([new Uint8Array(33 * 1024 * 1024)]) }))).toBe('INPUT_TOO_LARGE')
    expect(await code(upload({ name: 'Ok', file: tone(1) }, 'supervisor'))).toBe('FORBIDDEN')
    expect(await code(upload({ name: 'Ok', file: tone(1) }, 'administrator', { origin: 'http://evil.example' }))).toBe('FORBIDDEN')
  })

  it('speaks a text for whoever sees flows, and says when the engine is away', async () => {
    const ask = (query: string) =>
      handleSpeech(
        new Request(`http://patchbay.local/api/speech?${query}`, { headers: { cookie: cookies.get('auditor') ?? '' } }),
        server.container,
      )
    const spoken = await ask('text=Hello&language=en')
    expect([spoken.status, await spoken.text()]).toEqual([200, 'RIFF Hello'])
    expect((await ask(`text=${'x'.repeat(5001)}&language=en`)).status).toBe(400)
    server.engine.up = false
    expect((await ask('text=Hello&language=en')).status).toBe(503)
    server.engine.up = true
  })
})
