import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { errorCodes } from '@/engine/errors'
import { diagnosticCodes } from '@/engine/flow'
import { nodeMessages } from '@/nodes/registry.messages'
import en from './en'
import { argumentsOf } from './icu'
import { usedKeys } from './testing/used-keys'
import zh from './zh-CN'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** `[['flows.title', 'Flows'], …]` */
function flat(value: unknown, path: readonly string[] = []): [string, string][] {
  if (typeof value === 'string') return [[path.join('.'), value]]
  return Object.entries(value as object).flatMap(([key, inner]) => flat(inner, [...path, key])) // messages are objects and strings only
}
const english = new Map(flat(en))
const chinese = new Map(flat(zh))
const nodesIn = (locale: 'en' | 'zh-CN') => new Map(Object.entries(nodeMessages).flatMap(([type, words]) => flat(words[locale], [type])))

describe('messages', () => {
  it.each([
    ['en', en],
    ['zh-CN', zh],
  ] as const)('given the files of %s, then each is a namespace', (locale, messages) => {
    const files = readdirSync(join(root, 'app/messages', locale)).filter((file) => file.endsWith('.json'))
    expect(files.map((file) => file.replace('.json', '')).sort()).toEqual(Object.keys(messages).sort())
  })

  it('given both languages, then they have the same keys', () => {
    expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort())
  })

  it('given both languages, then a message takes the same values', () => {
    const differing = [...english].filter(([key, text]) => argumentsOf(text).join() !== argumentsOf(chinese.get(key) ?? '').join())
    expect(differing.map(([key]) => key)).toEqual([])
  })

  it('given any message, then it says something and no braces are left open', () => {
    const broken = [...english, ...chinese].filter(([, text]) => text.trim() === '' || count(text, '{') !== count(text, '}'))
    expect(broken).toEqual([])
  })

  it('given the Chinese messages, then none was left in English', () => {
    const same = [...english].filter(
      ([key, text]) => chinese.get(key) === text && /[A-Za-z]{4,} [A-Za-z]{2,}/.test(text.replace(/\{[^}]*\}/g, '')),
    )
    expect(same).toEqual([])
  })

  it('given the codes of errors and diagnostics, then each has its sentence and no other has', () => {
    expect(Object.keys(en.errors).sort()).toEqual([...errorCodes].sort())
    expect(Object.keys(en.diagnostics).sort()).toEqual(Object.keys(diagnosticCodes).sort())
  })

  it('given the words of the step types, then both languages have the same keys and values', () => {
    const [left, right] = [nodesIn('en'), nodesIn('zh-CN')]
    expect([...right.keys()].sort()).toEqual([...left.keys()].sort())
    expect([...left].filter(([key, text]) => argumentsOf(text).join() !== argumentsOf(right.get(key) ?? '').join())).toEqual([])
  })
})

describe('keys in use', () => {
  const used = usedKeys(join(root, 'app'))

  it('given the sources, then hundreds of keys are found: the scan works', () => {
    expect(used.exact.size).toBeGreaterThan(300)
  })

  it('given a key that a page asks for, then it exists', () => {
    const missing = [...used.exact].filter(
      ([key]) => !english.has(key) && ![...english.keys()].some((known) => known.startsWith(`${key}.`)),
    )
    expect(missing.map(([key, file]) => `${key} (${file})`)).toEqual([])
  })

  it('given a computed key, then at least one message fits it', () => {
    const missing = [...used.patterns].filter(([pattern]) => ![...english.keys()].some((known) => new RegExp(`^${pattern}$`).test(known)))
    expect(missing.map(([pattern, file]) => `${pattern} (${file})`)).toEqual([])
  })

  it('given a message, then some page asks for it', () => {
    const patterns = [...used.patterns.keys()].map((pattern) => new RegExp(`^${pattern}$`))
    // Error and diagnostic sentences are asked for by their codes.
    const unused = [...english.keys()].filter(
      (key) => !/^(errors|diagnostics)\./.test(key) && !used.exact.has(key) && !patterns.some((pattern) => pattern.test(key)),
    )
    expect(unused).toEqual([])
  })
})

function count(text: string, sign: string): number {
  return text.split(sign).length - 1
}

// The scan reads the same files that the type checker does; this keeps it honest about comments.
describe('usedKeys', () => {
  it('given a component, then exact and computed keys come with their namespace', () => {
    const source = readFileSync(join(root, 'app/i18n/testing/sample.txt'), 'utf8')
    const { exact, patterns } = usedKeys.of(source, 'sample')
    expect([...exact.keys()].sort()).toEqual(['common.save', 'flows.empty.title', 'flows.title', 'shell.health.ready.short'])
    expect([...patterns.keys()]).toEqual(['flows\\.kind\\.[^.]+', 'common\\.[^.]+', 'shell\\.health\\.[^.]+\\.title'])
  })
})
