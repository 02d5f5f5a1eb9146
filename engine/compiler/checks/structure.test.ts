import { describe, expect, test } from 'vitest'
import type { CheckContext, FlowDocument } from '@/engine/flow'
import { nodeDefinitions } from '@/nodes/registry.schema'
import { flow, says } from '../testing/documents'
import { validate } from '../validate'

const context: CheckContext = { modules: new Map(), secrets: 'unknown', sounds: 'unknown' }
const say = ['play', { prompts: says('Hi') }] as const
const whole = flow({ nodes: { say, bye: ['hangup'] }, edges: ['start start -> say', 'say done -> bye'] })

const found = (document: FlowDocument) =>
  validate(document, nodeDefinitions, context).map(({ code, severity, nodeId }) => [code, severity, nodeId].filter(Boolean).join(' '))

/** The flow with its steps changed. */
function withNodes(change: (nodes: FlowDocument['nodes']) => FlowDocument['nodes']): FlowDocument {
  return { ...whole, nodes: change(whole.nodes) }
}

describe('the drawing', () => {
  test('given nothing wrong, then nothing is found', () => {
    expect(found(whole)).toEqual([])
  })

  test('given no start step, then that is told, and not that everything is out of reach', () => {
    const nodes = whole.nodes.filter(({ type }) => type !== 'entry')
    expect(found({ ...whole, nodes, edges: whole.edges.filter(({ from }) => from !== 'start') })).toEqual(['PB101 error'])
  })

  test('given two start steps, then the second is one too many', () => {
    const second = flow({ nodes: { start: ['entry'] } }).nodes.map((node) => ({ ...node, id: 'again' as typeof node.id }))
    expect(found(withNodes((nodes) => [...nodes, ...second]))).toContain('PB102 error again')
  })

  test('given two steps with one id, then the id is told once, and the first step counts', () => {
    expect(found(withNodes((nodes) => [...nodes, ...nodes.slice(1, 2)]))).toEqual(['PB103 error say'])
  })

  test.each(['teleport', 'constructor', '__proto__'])(
    'given a step of the unknown type %s, then the step is told and the rest is checked',
    (type) => {
      const document = withNodes((nodes) => nodes.map((node) => (node.id === 'say' ? { ...node, type } : node)))
      expect(found(document)).toEqual(['PB104 error say'])
    },
  )

  test('given a step of a newer version of its type, then it is not read', () => {
    const document = withNodes((nodes) => nodes.map((node) => (node.id === 'say' ? { ...node, version: 99 } : node)))
    expect(found(document)).toEqual(['PB105 error say'])
  })

  test('given a step that only modules have, then it is not allowed', () => {
    const draft = { nodes: { say, back: ['return', { outcome: 'done' }] as const }, edges: ['start start -> say', 'say done -> back'] }
    expect(found(flow(draft))).toContain('PB106 error back')
  })

  test('given a step that no connection leads to, then no call can reach it, and its open exits are not told too', () => {
    expect(found(flow({ nodes: { say, lost: say, bye: ['hangup'] }, edges: ['start start -> say', 'say done -> bye'] }))).toEqual([
      'PB301 warning lost',
    ])
  })

  test('given open exits, then only those that callers mean to take are told', () => {
    const menu = ['menu', { prompts: says('Press one'), options: [{ key: '1' }] }] as const
    expect(found(flow({ nodes: { menu }, edges: ['start start -> menu'] }))).toEqual(['PB302 warning menu'])
  })
})
