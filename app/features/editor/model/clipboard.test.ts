import { describe, expect, it } from 'vitest'
import { copy, paste, readFragment } from './clipboard'
import { createExplain } from './explain'
import { select } from './selection'
import { definitions, edge, explain, flow, node, sample } from './testing/registry'

describe('clipboard', () => {
  it('given a selection, when pasted into another flow as text, then steps have fresh ids and keep the edges among them', () => {
    const copied = copy(sample, select({ nodes: ['hello', 'menu', 'one'] }), explain)
    const read = readFragment(JSON.stringify(copied))
    if (!read) throw new Error('nothing read')
    const { document, selection } = paste(flow([node('start', 'start')]), read, explain, { x: 0, y: 0 })
    expect(document.nodes).toHaveLength(4)
    expect(selection.nodes).toHaveLength(3)
    expect(document.edges).toHaveLength(2)
    expect(document.nodes.some((n) => n.id === 'hello')).toBe(false)
    const ids = new Set<string>(document.nodes.map((n) => n.id))
    expect(document.edges.every((e) => ids.has(e.from) && ids.has(e.to))).toBe(true)
  })

  it('given steps that use variables, then missing declarations come along and existing ones stay', () => {
    const source = flow([node('a', 'say', 0, { text: '{{ flow.who }}', into: 'other' })], [], {
      variables: [
        { name: 'who', type: 'string' },
        { name: 'other', type: 'string' },
        { name: 'unused', type: 'json' },
      ],
    })
    const target = flow([node('start', 'start')], [], { variables: [{ name: 'who', type: 'number' }] })
    const copied = copy(source, select({ nodes: ['a'] }), explain)
    if (!copied) throw new Error('nothing copied')
    expect(paste(target, copied, explain).document.variables).toEqual([
      { name: 'who', type: 'number' },
      { name: 'other', type: 'string' },
    ])
  })

  it('given the entry alone, then there is nothing to copy', () => {
    expect(copy(sample, select({ nodes: ['start'] }), explain)).toBeNull()
  })

  it('given a whole flow document as text, then its steps can be pasted, without a second entry', () => {
    const read = readFragment(JSON.stringify(sample))
    if (!read) throw new Error('nothing read')
    const { document, leftOut } = paste(flow([node('start', 'start')]), read, explain)
    expect(document.nodes.filter((n) => n.type === 'start')).toHaveLength(1)
    expect(document.nodes).toHaveLength(5)
    expect(leftOut).toEqual([])
  })

  it('given a step type that this build or flow kind does not have, then it is left out and named', () => {
    const odd = { ...node('x', 'say'), type: 'hologram' }
    const fragment = {
      patchbay: 'fragment',
      schemaVersion: 1,
      nodes: [odd, node('y', 'say')],
      edges: [edge('y.done', 'x')],
      notes: [],
      variables: [],
    } as const
    const read = readFragment(JSON.stringify(fragment))
    if (!read) throw new Error('nothing read')
    const pasted = paste(flow([]), read, createExplain(definitions, 'ivr', new Map()))
    expect(pasted.document.nodes).toHaveLength(1)
    expect(pasted.document.edges).toEqual([])
    expect(pasted.leftOut).toEqual(['hologram'])
  })

  it.each(['hello', '{', '{"patchbay":"fragment"}', '[]', '{"a":1}'])('given other text %s, then it is not taken', (text) => {
    expect(readFragment(text)).toBeNull()
  })
})
