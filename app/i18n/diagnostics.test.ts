import { createTranslator } from 'next-intl'
import { describe, expect, test } from 'vitest'
import { type DiagnosticCode, diagnosticSentences, fillSentence } from '@/engine/flow'
import en from './en'
import zh from './zh-CN'

/** Every param that a sentence can have. */
const params = {
  id: 'a',
  type: 'play',
  version: 2,
  known: 1,
  name: 'count',
  outcome: 'done',
  key: '1',
  limit: 5,
  reason: 'expects',
  expected: 'number',
  actual: 'text',
  side: 'input',
  bound: 'none',
  found: 'x',
  open: '{{',
  close: '}}',
  op: '+',
  left: 'text',
  right: 'number',
  detail: 'a bracket is not closed',
  language: 'tlh',
}
const codes = Object.keys(diagnosticSentences) as DiagnosticCode[] // the record's own keys

describe('the sentences of findings', () => {
  test('given the compiler’s and the pages’ English, then they are the same', () => {
    expect(en.diagnostics).toEqual(diagnosticSentences)
  })

  test.each(codes)('given %s with its values, then the compiler and the pages say the same words, and Chinese others', (code) => {
    const english = createTranslator({ locale: 'en', messages: en, namespace: 'diagnostics' })(code, params)
    const chinese = createTranslator({ locale: 'zh-CN', messages: zh, namespace: 'diagnostics' })(code, params)
    expect(fillSentence(diagnosticSentences[code], params)).toBe(english)
    expect(chinese).not.toBe(english)
    expect(chinese).toMatch(/\p{Script=Han}/u)
  })
})
