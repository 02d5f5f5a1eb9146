import { describe, expect, it } from 'vitest'
import { FlowEdge, FlowNote } from '@/engine/flow'
import { edgeKey } from '../model/keys'
import { document, openSession, step } from '../testing/render'

const edge = (from: string, outcome: string, to: string): FlowEdge => FlowEdge.parse({ from, outcome, to })
const at = (x: number, y: number, node: ReturnType<typeof step>) => ({ ...node, position: { x, y } })
const note = (id: string, y: number) =>
  FlowNote.parse({ id, text: id, position: { x: 0, y }, size: { width: 130, height: 70 }, color: 'blue' })

const flow = document(
  [
    at(0, 0, step('entry', 'entry')),
    at(400, 0, step('hello', 'play')),
    at(800, 0, step('bye', 'hangup')),
    at(800, 300, step('sorry', 'hangup')),
  ],
  {
    edges: [edge('entry', 'next', 'hello'), edge('hello', 'done', 'bye'), edge('hello', 'error', 'sorry')],
    notes: [note('n2', 600), note('n1', 500)],
  },
)

function open() {
  const { session, actions, document } = openSession(flow)
  return { actions, document, editor: session.editor, selection: () => session.editor.getState().selection }
}

describe('picking by keyboard', () => {
  it('given Ctrl and an arrow, then the next step joins the selection, and going back lets go of it', () => {
    const { actions, selection } = open()
    actions.take('entry')
    actions.extend('right')
    actions.extend('right')
    expect(selection().nodes).toEqual(['entry', 'hello', 'bye'])
    actions.extend('left')
    expect(selection().nodes).toEqual(['entry', 'hello'])
  })

  it('given Tab past the last step, then the notes follow, from top to bottom, and the end leaves the canvas', () => {
    const { actions, selection } = open()
    actions.take('sorry')
    expect(actions.step(1)).toBe(true)
    expect(selection().notes).toEqual(['n1'])
    expect(actions.step(1)).toBe(true)
    expect(selection().notes).toEqual(['n2'])
    expect(actions.step(1)).toBe(false)
    actions.step(-1)
    actions.step(-1)
    expect(selection()).toEqual({ nodes: ['sorry'], notes: [], edges: [] })
  })

  it('given a note, then it is moved and sized, never below what can be read, each one step back', () => {
    const { actions, document } = open()
    actions.take('n1')
    actions.nudge({ x: 8, y: 0 })
    expect(actions.grow({ x: -200, y: 8 })).toBe(true)
    const changed = () => document().notes.find(({ id }) => id === 'n1')
    expect(changed()).toMatchObject({ position: { x: 8, y: 500 }, size: { width: 120, height: 78 } })
    actions.undo()
    expect(changed()).toMatchObject({ position: { x: 8, y: 500 }, size: { width: 130, height: 70 } })
    actions.take('hello')
    expect(actions.grow({ x: 8, y: 8 })).toBe(false)
  })

  it('given E, then the connections of the step one after the other; arrows lead to their ends', () => {
    const { actions, selection } = open()
    actions.take('hello')
    expect(actions.takeEdge()).toBe(true)
    expect(selection().edges).toEqual([edgeKey(edge('hello', 'done', 'bye'))])
    actions.walk('down')
    expect(selection().edges).toEqual([edgeKey(edge('hello', 'error', 'sorry'))])
    actions.walk('right')
    expect(selection()).toEqual({ nodes: ['sorry'], notes: [], edges: [] })
    expect(actions.takeEdge()).toBe(false)
  })

  it('given one card is moved and at once another, then each is one step back', () => {
    const { actions, document } = open()
    const x = (id: string) => document().nodes.find((node) => node.id === id)?.position.x
    actions.take('hello')
    actions.nudge({ x: 8, y: 0 })
    actions.nudge({ x: 8, y: 0 })
    actions.take('bye')
    actions.nudge({ x: 8, y: 0 })
    actions.undo()
    expect([x('hello'), x('bye')]).toEqual([416, 800])
    actions.undo()
    expect(x('hello')).toBe(400)
  })
})
