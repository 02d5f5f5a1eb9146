import { describe, expect, it } from 'vitest'
import type { CallEvent } from '@/engine/ports'
import { CallBook } from './call-book'
import { silentLog } from './log'

const digit: CallEvent = { type: 'digit', digit: '1', at: 0 }
const gone: CallEvent = { type: 'gone', cause: 'Normal clearing', at: 0 }
const book = () => new CallBook(silentLog, () => 42)

async function heardOn(calls: CallBook, callId: string): Promise<string[]> {
  const heard: string[] = []
  calls.events(callId).on((event) => heard.push(event.type))
  await Promise.resolve()
  return heard
}

describe('the book of calls', () => {
  it('given events of a call from before we started, when it is adopted later, then it gets them', async () => {
    const calls = book()
    calls.emit('c1', digit)
    calls.emit('c1', gone)
    calls.settle([])
    expect(await heardOn(calls, 'c1')).toEqual(['digit', 'gone'])
    expect(calls.live).toEqual([])
  })

  it('given a call is not there any more after a reconnect, then it has gone; one that began meanwhile has not', async () => {
    const calls = book()
    const old = await heardOn(calls, 'old')
    const known = calls.live
    calls.begin('new')
    calls.settle([], known)
    expect(old).toEqual(['gone'])
    expect(calls.live).toEqual(['new'])
  })

  it('given a call ended after the question which are there, then it is not live again', () => {
    const calls = book()
    calls.begin('c1')
    const known = calls.live
    calls.emit('c1', gone)
    calls.settle(['c1'], known)
    expect(calls.live).toEqual([])
  })

  it('given a call that we never heard of, when adopted, then it may be live before the reconnect, and has gone after it', async () => {
    const calls = book()
    expect(await heardOn(calls, 'early')).toEqual([])
    calls.settle(['early'])
    expect(calls.isLive('early')).toBe(true)
    expect(await heardOn(calls, 'late')).toEqual(['gone'])
  })

  it('given a call has gone, then nothing more is told of it, once and for all', async () => {
    const calls = book()
    const heard = await heardOn(calls, 'c1')
    for (const event of [gone, digit, gone]) calls.emit('c1', event)
    expect(heard).toEqual(['gone'])
  })

  it('given thousands of calls that nobody adopts, then memory stays bounded', async () => {
    const calls = book()
    calls.settle([])
    for (let i = 0; i < 3000; i++) {
      calls.begin(`c${i}`)
      calls.emit(`c${i}`, digit)
      calls.emit(`c${i}`, gone)
    }
    expect(await heardOn(calls, 'c2999')).toEqual(['digit', 'gone'])
    expect(await heardOn(calls, 'c0')).toEqual(['gone'])
  })
})
