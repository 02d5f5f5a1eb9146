import { describe, expect, test } from 'vitest'
import { fillSentence } from './sentence'
import { isSpoken, languageName, languageSelect, spokenLanguages } from './spoken-languages'

describe('languages that flows speak', () => {
  test('given one that is offered, a region of it, or one that is not offered, then there is a voice', () => {
    for (const language of [...spokenLanguages, 'de-AT', 'EN-gb', 'zh-HK', 'yue', 'ja'])
      expect([language, isSpoken(language)]).toEqual([language, true])
  })

  test('given none that anybody speaks, then there is none', () => {
    for (const language of ['tlh', '', 'deutsch', 'de_DE', 'x', 'de-']) expect([language, isSpoken(language)]).toEqual([language, false])
  })

  test('given any of them, then it has a name in both languages of the product, and no two have the same', () => {
    for (const locale of ['en', 'zh-CN'] as const) {
      const names = spokenLanguages.map((language) => languageName(language, locale))
      expect(new Set(names).size).toBe(names.length)
      expect(names).not.toEqual(expect.arrayContaining([expect.stringMatching(/^[a-z]{2,3}$/)]))
    }
    expect([languageName('de', 'en'), languageName('de', 'zh-CN'), languageName('???', 'en')]).toEqual(['German', '德语', '???'])
  })

  test('given a sentence with one in it, then it has its name, or its code where that is all there is', () => {
    const sentence = `Speaks ${languageSelect('language', 'en')}.`
    expect(fillSentence(sentence, { language: 'pt-BR' })).toBe('Speaks Brazilian Portuguese.')
    expect(fillSentence(sentence, { language: 'xx' })).toBe('Speaks xx.')
  })
})
