import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFlowText } from './readFile'

const document = { schemaVersion: 1, kind: 'ivr', name: 'Main', variables: [], nodes: [], edges: [], notes: [] }
const read = (value: unknown) => readFlowText(JSON.stringify(value))

describe('readFlowText', () => {
  it('given a flow document, then it is read', () => {
    expect(read(document)).toEqual({ ok: true, document })
  })

  it('given what is not JSON, or too large, then says which', () => {
    expect(readFlowText('<html>')).toEqual({ ok: false, reason: 'notJson' })
    expect(readFlowText(`${' '.repeat(5 * 1024 * 1024)}{}`)).toEqual({ ok: false, reason: 'tooLarge' })
  })

  it('given a newer format, then says so before anything else', () => {
    expect(read({ schemaVersion: 99 })).toEqual({ ok: false, reason: 'tooNew' })
  })

  it('given mistakes, then names the place of the first five and counts the rest', () => {
    const nodes = Array.from({ length: 8 }, () => ({}))
    const result = read({ ...document, nodes: nodes.map(() => 7) })
    expect(result).toMatchObject({ ok: false, reason: 'invalid', more: 3 })
    expect(result.ok === false && result.reason === 'invalid' && result.issues.map(({ path }) => path?.join('.'))).toEqual([
      'nodes.0',
      'nodes.1',
      'nodes.2',
      'nodes.3',
      'nodes.4',
    ])
  })

  it('given any text at all, then it answers and never throws', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => typeof readFlowText(text).ok === 'boolean'))
  })
})
