import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedCall, seedPublishedFlow, seedRecording } from '@/prisma/testing/seeds'
import { refusal } from '../../testing/contract'
import { type TestServer, testServer } from '../../testing/test-server'

describe('the inbox of messages', { timeout: 60_000 }, () => {
  let server: TestServer
  beforeAll(async () => {
    server = await testServer()
  }, 60_000)
  afterAll(() => server.remove())

  async function message(file: string) {
    const { versionId } = await seedPublishedFlow(server.prisma)
    return (await seedRecording(server.prisma, await seedCall(server.prisma, versionId), file)).recordingId
  }

  it('given a message nobody has heard, then it is counted, until somebody hears it', async () => {
    const recordingId = await message('recordings/a.wav')
    const listener = server.as(await server.person('supervisor'))
    const before = (await listener.recordings.unheard()).count
    await listener.recordings.setHeard({ recordingId, heard: true })
    expect((await listener.recordings.unheard()).count).toBe(before - 1)
    const [item] = (await listener.recordings.list({ limit: 10, heard: true })).items
    expect(item).toMatchObject({ id: recordingId, heardBy: (await server.person('supervisor')).name, heardAt: expect.any(Date) })
  })

  it('given two who hear it, then the first stays the one who did; made new again, nobody has', async () => {
    const recordingId = await message('recordings/b.wav')
    const first = server.as(await server.person('supervisor'))
    const second = server.as(await server.person('analyst'))
    await first.recordings.setHeard({ recordingId, heard: true })
    await second.recordings.setHeard({ recordingId, heard: true })
    const heardBy = async () => (await first.recordings.list({ limit: 50 })).items.find(({ id }) => id === recordingId)?.heardBy
    expect(await heardBy()).toBe((await server.person('supervisor')).name)
    await second.recordings.setHeard({ recordingId, heard: false })
    expect(await heardBy()).toBeNull()
  })

  it('given more than a page, then the next begins where the first ended', async () => {
    for (const name of ['c', 'd', 'e']) await message(`recordings/${name}.wav`)
    const listener = server.as(await server.person('supervisor'))
    const ids: string[] = []
    let cursor: string | undefined
    do {
      const page = await listener.recordings.list({ limit: 2, cursor })
      ids.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBe((await listener.recordings.list({ limit: 200 })).items.length)
  })

  it('given an auditor, then neither list nor count: listening is not for that role', async () => {
    const auditor = server.as(await server.person('auditor'))
    expect(await refusal(auditor.recordings.list({ limit: 10 }))).toBe('FORBIDDEN')
    expect(await refusal(auditor.recordings.unheard())).toBe('FORBIDDEN')
  })

  it('given a message that is not there, then that is said', async () => {
    expect(await refusal(server.machine.recordings.setHeard({ recordingId: 'nope', heard: true }))).toBe('NOT_FOUND')
  })
})
