import { describe, expect, it } from 'vitest'
import { select } from '../selection'
import { edge, explain, flow, legal, node, sample, typeOf } from '../testing/registry'
import { addAfter, insertOnEdge } from './edges'
import { changeVariable, variablesOf } from './flow'
import { createNode, setConfig } from './nodes'
import { remove } from './remove'

describe('deleting', () => {
  it('given a step in a chain, then what led to it leads to what followed', () => {
    const next = remove(sample, select({ nodes: ['hello'] }), explain, legal)
    expect(next.edges).toContainEqual(edge('start.go', 'menu'))
    expect(next.nodes.some((n) => n.id === 'hello')).toBe(false)
  })

  it('given several steps in a row, then it heals across all of them', () => {
    const long = flow(
      [node('start', 'start'), node('a', 'say'), node('b', 'say'), node('c', 'say')],
      [edge('start.go', 'a'), edge('a.done', 'b'), edge('b.done', 'c')],
    )
    expect(remove(long, select({ nodes: ['a', 'b'] }), explain, legal).edges).toEqual([edge('start.go', 'c')])
  })

  it('given a menu with two ways on, then it does not guess', () => {
    const next = remove(sample, select({ nodes: ['menu'] }), explain, legal)
    expect(next.edges).toEqual([edge('start.go', 'hello')])
  })

  it('given steps that lead round in a circle, then it ends and leaves nothing dangling', () => {
    const circle = flow(
      [node('start', 'start'), node('a', 'say'), node('b', 'say')],
      [edge('start.go', 'a'), edge('a.done', 'b'), edge('b.done', 'a')],
    )
    expect(remove(circle, select({ nodes: ['a', 'b'] }), explain, legal).edges).toEqual([])
  })

  it('given the entry, then it stays', () => {
    expect(remove(sample, select({ nodes: ['start'] }), explain, legal)).toBe(sample)
  })
})

describe('inserting', () => {
  it('given an edge, then the step stands between its ends and what follows moves out of the way', () => {
    const added = createNode(typeOf('say'), { x: 400, y: 0 })
    const next = insertOnEdge(sample, 'hello|done', added, explain)
    expect(next.edges).toContainEqual(edge('hello.done', added.id))
    expect(next.edges).toContainEqual(edge(`${added.id}.done`, 'menu'))
    const x = (id: string) => next.nodes.find((n) => n.id === id)?.position.x ?? 0
    expect(x('menu')).toBeGreaterThanOrEqual(400 + 264)
    expect(x('one') - x('menu')).toBe(360)
    expect(x('hello')).toBe(360)
  })

  it('given an exit that leads somewhere, then what it led to follows the new step', () => {
    const added = createNode(typeOf('say'), { x: 0, y: 0 })
    const next = addAfter(sample, { from: edge('start.go', 'x').from, outcome: 'go' }, added, explain)
    expect(next.edges).toContainEqual(edge('start.go', added.id))
    expect(next.edges).toContainEqual(edge(`${added.id}.done`, 'hello'))
  })
})

describe('config', () => {
  it('given a key that became another, then its edge stays with it', () => {
    const next = setConfig(sample, 'menu', { keys: ['1', '7'] }, explain)
    expect(next.edges).toContainEqual(edge('menu.key:7', 'two'))
  })

  it('given a key that is gone, then its edge is gone too', () => {
    const next = setConfig(sample, 'menu', { keys: ['1'] }, explain)
    expect(next.edges.some((e) => e.to === 'two')).toBe(false)
    expect(next.edges).toContainEqual(edge('menu.key:1', 'one'))
  })

  it('given a config that is half typed, then no edge is lost', () => {
    const next = setConfig(sample, 'menu', { keys: 'oops' }, explain)
    expect(next.edges).toEqual(sample.edges)
  })
})

describe('variables', () => {
  it('given a new name, then every use of the old one follows, in expressions and where it is written', () => {
    const document = flow([node('a', 'say', 0, { text: 'Hi {{ flow.who + flow.whole }}', into: 'who' }), node('b', 'ask', 0)], [], {
      variables: [{ name: 'who', type: 'string' }],
    })
    const next = changeVariable(document, 'who', { name: 'caller', type: 'string' }, explain)
    expect(next.nodes[0]?.config).toEqual({ text: 'Hi {{ flow.caller + flow.whole }}', into: 'caller' })
    expect(next.nodes[1]).toBe(document.nodes[1])
    expect(variablesOf(next.nodes[0] ?? node('x', 'say'), explain)).toEqual(['caller', 'whole'])
  })
})
