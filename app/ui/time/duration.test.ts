import { describe, expect, it } from 'vitest'
import { clock, isoDuration, short } from './duration'

describe('durations', () => {
  it('given seconds, minutes or hours, then reads like a clock', () => {
    expect(clock(0)).toBe('0:00')
    expect(clock(65_400)).toBe('1:05')
    expect(clock(3_600_000 + 5000)).toBe('1:00:05')
    expect(clock(-5)).toBe('0:00')
  })

  it('given a step’s time, then uses the unit one would say', () => {
    expect(short(420, 'en')).toBe('420 ms')
    expect(short(2340, 'en')).toBe('2.3 sec')
    expect(short(42_000, 'en')).toBe('42 sec')
    expect(short(61_000, 'en')).toBe('1:01')
    expect(short(2340, 'zh-CN')).toBe('2.3秒')
  })

  it('given any length, then a machine-readable one for <time>', () => {
    expect(isoDuration(65_400)).toBe('PT65S')
  })
})
