import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryDocument } from '../testing/arbitrary-document'
import { formatDocument } from './format-document'
import { MAX_DOCUMENT_SIZE, parseDocument } from './parse-document'

const small = { schemaVersion: 1, kind: 'ivr', name: 'Small', variables: [], nodes: [], edges: [], notes: [] }

function codeOf(input: unknown): string {
  const parsed = parseDocument(input)
  return parsed.ok ? 'ok' : parsed.error.code
}

describe('a flow document as a file', () => {
  test('given any document, when written and read, then it is the same, and writing it again gives the same bytes', () => {
    fc.assert(
      fc.property(arbitraryDocument(), (document) => {
        const text = formatDocument(document)
        const read = parseDocument(text)
        if (!read.ok) throw new Error(read.error.message)
        const byExit = (edges: typeof document.edges) => edges.map(({ from, outcome, to }) => `${from} ${outcome} ${to}`).sort()
        expect({ ...read.value.document, edges: byExit(read.value.document.edges) }).toEqual({ ...document, edges: byExit(document.edges) })
        expect(formatDocument(read.value.document)).toBe(text)
        expect(text.endsWith('}\n')).toBe(true)
      }),
    )
  })

  test('given the same document with its keys and edges in another order, when written, then not a byte differs', () => {
    const node = { id: 'a', type: 'play', version: 1, config: { x: 1, b: { d: 1, c: 2 } }, position: { x: 0, y: 0 } }
    const same = { position: { y: 0, x: 0 }, config: { b: { c: 2, d: 1 }, x: 1 }, version: 1, type: 'play', id: 'a' }
    const edges = [
      { from: 'a', outcome: 'done', to: 'a' },
      { from: 'a', outcome: 'error', to: 'a' },
    ]
    const texts = [
      { ...small, nodes: [node], edges },
      { notes: [], edges: [...edges].reverse(), nodes: [same], variables: [], name: 'Small', kind: 'ivr', schemaVersion: 1 },
    ].map((document) => {
      const read = parseDocument(document)
      return read.ok ? formatDocument(read.value.document) : read.error.message
    })
    expect(texts[0]).toBe(texts[1])
  })

  test('given anything at all, when read, then there is an answer', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.string(), fc.json()), (input) => {
        expect(codeOf(input)).toMatch(/^(ok|DOCUMENT_\w+)$/)
      }),
    )
  })

  test.each([
    ['{', 'DOCUMENT_NOT_JSON'],
    ['null', 'DOCUMENT_INVALID'],
    [`\uFEFF${JSON.stringify(small)}`, 'ok'],
    [{ ...small, schemaVersion: 2 }, 'DOCUMENT_TOO_NEW'],
    [{ ...small, schemaVersion: -1 }, 'DOCUMENT_TOO_OLD'],
    [{ ...small, schemaVersion: '1' }, 'DOCUMENT_INVALID'],
    [' '.repeat(MAX_DOCUMENT_SIZE + 1), 'DOCUMENT_TOO_LARGE'],
    [{ ...small, name: 'x'.repeat(MAX_DOCUMENT_SIZE + 1) }, 'DOCUMENT_TOO_LARGE'],
    ['['.repeat(1_000_000) + ']'.repeat(1_000_000), 'DOCUMENT_INVALID'],
  ])('case %#: %.40j gives %s', (input, code) => {
    expect(codeOf(input)).toBe(code)
  })

  test('given a document with slips, when read, then the problem says where and what', () => {
    const read = parseDocument({ ...small, nodes: [{ id: 'a b', type: 'play', version: 1, config: {} }] })
    if (read.ok) throw new Error('it was read')
    expect(read.error.issues.map(({ path, params }) => [path?.join('.'), params?.reason])).toEqual([
      ['nodes.0.id', 'format'],
      ['nodes.0.position', 'required'],
    ])
    expect(read.error.message).toContain('nodes.0.position: This field needs a value.')
  })

  test('given a document of format 0, when read, then it is brought up to date', () => {
    const old = {
      schemaVersion: 0,
      kind: 'ivr',
      title: 'Old',
      nodes: [{ id: 'start', type: 'entry', version: 1, config: {}, position: { x: 0, y: 0 } }],
      edges: [{ source: 'start', sourceHandle: 'start', target: 'start' }],
    }
    const read = parseDocument(JSON.stringify(old))
    expect(read.ok && read.value.document).toEqual({
      schemaVersion: 1,
      kind: 'ivr',
      name: 'Old',
      variables: [],
      nodes: old.nodes,
      edges: [{ from: 'start', outcome: 'start', to: 'start' }],
      notes: [],
    })
  })
})
