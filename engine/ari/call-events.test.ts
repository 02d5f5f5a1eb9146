import { describe, expect, it, vi } from 'vitest'
import type { CallEvent } from '@/engine/ports'
import { CallEvents } from './call-events'
import { silentLog } from './log'

const digit = (digit: string): CallEvent => ({ type: 'digit', digit, at: 0 })
const heard = (events: readonly CallEvent[]) => events.map((event) => (event.type === 'digit' ? event.digit : event.type)).join('')

describe('events of a call', () => {
  it('given nobody listens, when someone subscribes, then the first listener gets what was kept, in order', async () => {
    const events = new CallEvents(silentLog)
    events.emit(digit('1'))
    events.emit(digit('2'))
    const got: CallEvent[] = []
    events.on((event) => got.push(event))
    events.emit(digit('3'))
    await Promise.resolve()
    expect(heard(got)).toBe('123')
  })

  it('given a listener, when it has gone, then events are kept for the next', async () => {
    const events = new CallEvents(silentLog)
    const off = events.on(() => {})
    off()
    events.emit(digit('7'))
    const got: CallEvent[] = []
    events.on((event) => got.push(event))
    await Promise.resolve()
    expect(heard(got)).toBe('7')
  })

  it('given a listener that throws, then the others still hear, and it is logged', () => {
    const error = vi.fn()
    const events = new CallEvents({ ...silentLog, error })
    const got: CallEvent[] = []
    events.on(() => {
      throw new Error('broken')
    })
    events.on((event) => got.push(event))
    events.emit(digit('5'))
    expect(heard(got)).toBe('5')
    expect(error).toHaveBeenCalledOnce()
  })

  it('given a key held down while nobody listens, then memory stays bounded', async () => {
    const events = new CallEvents(silentLog)
    for (let i = 0; i < 5000; i++) events.emit(digit('1'))
    const got: CallEvent[] = []
    events.on((event) => got.push(event))
    await Promise.resolve()
    expect(got).toHaveLength(1000)
  })
})
