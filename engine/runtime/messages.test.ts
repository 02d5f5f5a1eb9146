import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { flow, says } from '@/engine/compiler/testing/documents'
import { House } from './testing/house'

/** Speech takes 100 ms a word; the review asks one. */
const leave = (config: object) =>
  flow({
    nodes: {
      take: ['record', { silenceSeconds: 0, reviewPrompts: says('Review'), ...config }],
      bye: ['play', { prompts: says('Thanks') }],
    },
    edges: ['start start -> take', 'take recorded -> bye', 'take too-short -> bye'],
  })

describe('what callers record', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'patchbay-messages-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  async function called(config: object) {
    const house = new House({ recordingsDir: folder })
    house.publish('7000', leave(config))
    await house.open()
    const caller = house.call('7000')
    caller.speaksFor(60_000)
    await house.clock.advance(0)
    const messages = () => [...house.tables.recordings.values()].map(({ id, durationMs }) => [id.split(':').at(-1), durationMs])
    /** Speaks that long and presses the end key. */
    const take = async (ms: number) => {
      await house.clock.advance(ms)
      caller.press('#')
      await house.clock.advance(200)
    }
    const press = async (key: string) => {
      caller.press(key)
      await house.clock.advance(200)
    }
    return { house, caller, messages, take, press }
  }

  test('given a take that is too short, then it is no message, and its file is gone', async () => {
    const { house, caller, messages, take } = await called({})
    await take(900)
    expect(house.path(caller.callId)).toContain('take>too-short')
    expect([messages(), readdirSync(folder)]).toEqual([[], []])
  })

  test('given takes that the caller rejects, then the one that is kept is the message, and its file is the only one', async () => {
    const { house, caller, messages, take, press } = await called({ review: true })
    await take(3000)
    await press('3')
    await take(2000)
    await press('3')
    await take(4000)
    expect(messages()).toEqual([])
    await press('1')
    expect(house.path(caller.callId)).toContain('take>recorded')
    expect(messages()).toEqual([['message-3', 4200]])
    expect(readdirSync(folder)).toHaveLength(1)
  })

  test('given a caller who hangs up in the review, or in the next take, then what there is is left', async () => {
    const first = await called({ review: true })
    await first.take(3000)
    first.caller.hangup()
    await first.house.clock.advance(10)
    expect(first.messages()).toEqual([['message-1', 3000]])
    const second = await called({ review: true })
    await second.take(3000)
    await second.press('3')
    await second.house.clock.advance(800)
    second.caller.hangup()
    await second.house.clock.advance(10)
    expect(second.messages()).toEqual([['message-2', 1000]])
  })

  test('given an engine that ends in the review, then the take is still the message', async () => {
    const { house, messages, take, press } = await called({ review: true })
    await take(3000)
    house.kill()
    await house.restart()
    await press('1')
    expect(messages()).toEqual([['message-1', 3000]])
  })

  test('given an engine that ends in the review, and a caller who hangs up before the next one is there, then the take is left', async () => {
    const { house, caller, messages, take } = await called({ review: true })
    await take(3000)
    house.kill()
    caller.hangup()
    await house.restart()
    await house.clock.advance(10)
    expect(messages()).toEqual([['message-1', 3000]])
  })

  test('given an engine that ends after a take was rejected, then it is still not there', async () => {
    const { house, messages, take, press } = await called({ review: true })
    await take(3000)
    await press('3')
    house.kill()
    await house.restart()
    await take(2000)
    await press('1')
    expect(messages().map(([id]) => id)).toEqual(['message-2'])
    expect(readdirSync(folder)).toHaveLength(1)
  })
})
