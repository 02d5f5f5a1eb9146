import { describe, expect, it } from 'vitest'
import { relative } from './relative'

const now = Date.UTC(2026, 0, 10, 12)
const hour = 3_600_000

describe('relative', () => {
  it.each([
    [10_000, 'now', '现在'],
    [5 * 60_000, '5 min. ago', '5分钟前'],
    [3 * hour, '3 hr. ago', '3小时前'],
    [26 * hour, 'yesterday', '昨天'],
    [5 * 24 * hour, '5 days ago', '5天前'],
    [15 * 24 * hour, '2 wk. ago', '2周前'],
  ])('given %i ms ago, then the biggest unit that fits', (ago, english, chinese) => {
    expect(relative(now - ago, now, 'en')).toBe(english)
    expect(relative(now - ago, now, 'zh-CN')).toBe(chinese)
  })

  it('given a time ahead, then says so', () => {
    expect(relative(now + 2 * hour, now, 'en')).toBe('in 2 hr.')
  })
})
