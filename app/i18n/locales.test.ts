import { describe, expect, it } from 'vitest'
import { pickLocale } from './locales'

describe('pickLocale', () => {
  it('given a chosen language, then that wins over the browser', () => {
    expect(pickLocale('zh-CN', 'en')).toBe('zh-CN')
    expect(pickLocale('en', 'zh-CN')).toBe('en')
  })

  it('given none chosen, then the first of the browser’s languages that we have', () => {
    expect(pickLocale(undefined, 'fr,zh-TW;q=0.9,en;q=0.8')).toBe('zh-CN')
    expect(pickLocale(undefined, 'zh;q=0.2, en-GB;q=0.7')).toBe('en')
  })

  it('given a cookie that names no language of ours, then it is ignored', () => {
    expect(pickLocale('tlh', 'zh-CN')).toBe('zh-CN')
  })

  it('given a language the browser refuses, then it is not picked', () => {
    expect(pickLocale(undefined, 'zh;q=0, fr')).toBe('en')
  })

  it('given nothing or nonsense, then English', () => {
    expect(pickLocale(null, null)).toBe('en')
    expect(pickLocale('', ';;q=,*')).toBe('en')
  })
})
