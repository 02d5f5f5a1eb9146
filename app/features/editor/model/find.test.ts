import { describe, expect, it } from 'vitest'
import { compare, differs } from './compare'
import { connect } from './edits/edges'
import { moveTo, renameNode, setConfig } from './edits/nodes'
import { remove } from './edits/remove'
import { find } from './find'
import { neighbour, readingOrder } from './navigate'
import { openDocument } from './open'
import { select } from './selection'
import { edge, explain, flow, legal, node, sample } from './testing/registry'

const names = (n: { name?: string; type: string }) => ({ title: n.name ?? n.type, type: n.type })

describe('find', () => {
  const document = flow([node('a', 'say', 0, { text: 'Welcome to the Grand Hotel' }), { ...node('b', 'ask'), name: 'Hotel menu' }], [], {
    notes: [
      {
        id: node('n', 'say').id,
        text: 'Ask marketing\nabout the hotel',
        position: { x: 0, y: 0 },
        size: { width: 1, height: 1 },
        color: 'blue',
      },
    ],
  })

  it('given a word, then names come before what is said, and notes are found too', () => {
    expect(find(document, 'hotel', names).map((hit) => hit.id)).toEqual(['b', 'a', 'n'])
    expect(find(document, 'hotel', names)[1]?.excerpt).toContain('Grand Hotel')
  })

  it('given several words, then all must be there', () => {
    expect(find(document, 'grand WELCOME', names).map((hit) => hit.id)).toEqual(['a'])
    expect(find(document, 'grand menu', names)).toEqual([])
    expect(find(document, '  ', names)).toEqual([])
  })
})

describe('navigate', () => {
  it('given arrow keys, then right follows the first exit, down its siblings, left the way back', () => {
    expect(neighbour(sample, 'menu', 'right', explain)).toBe('one')
    expect(neighbour(sample, 'one', 'down', explain)).toBe('two')
    expect(neighbour(sample, 'two', 'up', explain)).toBe('one')
    expect(neighbour(sample, 'two', 'left', explain)).toBe('menu')
    expect(neighbour(sample, 'start', 'left', explain)).toBeNull()
  })

  it('given a flow, then it is read along its edges and ends', () => {
    const loop = connect(sample, edge('one.done', 'hello'))
    expect(readingOrder(loop, explain)).toEqual(['start', 'hello', 'menu', 'one', 'two'])
  })
})

describe('compare', () => {
  it('given changes, then each is named in its own kind', () => {
    const edited = remove(
      connect(setConfig(sample, 'hello', { text: 'new' }, explain), edge('menu.timeout', 'hello')),
      select({ nodes: ['two'] }),
      explain,
      legal,
    )
    const { added, removed, changed, looks } = compare(sample, edited)
    expect(added).toEqual([])
    expect(removed.map((n) => n.id)).toEqual(['two'])
    expect(changed.map(({ node, fields, exits }) => [node.id, fields, exits])).toEqual([
      ['hello', ['config.text'], []],
      ['menu', [], ['key:2', 'timeout']],
    ])
    expect(looks).toBe(0)
  })

  it('given steps that were only moved, then nothing differs for a caller', () => {
    const comparison = compare(sample, moveTo(sample, new Map([['one', { x: 5, y: 5 }]])))
    expect(comparison.looks).toBe(1)
    expect(differs(comparison)).toBe(false)
    expect(differs(compare(sample, renameNode(sample, 'one', 'x')))).toBe(true)
  })
})

describe('opening', () => {
  it('given doubled ids, then later ones get fresh ids and nothing is lost', () => {
    const opened = openDocument(flow([node('a', 'say'), node('a', 'say', 5)], [edge('a.done', 'a'), edge('a.done', 'a')]))
    expect(new Set(opened.nodes.map((n) => n.id)).size).toBe(2)
    expect(opened.edges).toHaveLength(1)
  })

  it('given a sound document, then it is the same', () => {
    expect(openDocument(sample)).toBe(sample)
  })
})
