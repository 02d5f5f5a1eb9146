import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renameNode } from './edits/nodes'
import { remove } from './edits/remove'
import { COALESCE_MS } from './history'
import { select } from './selection'
import { createEditor } from './store'
import { anyCommand, toCommand } from './testing/commands'
import { explain, legal, sample } from './testing/registry'

describe('undo and redo', () => {
  it('given any commands, when all are undone, then the document is what it was; when redone, what it became', () => {
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 30 }), (commands) => {
        const editor = createEditor(sample)
        for (const command of commands) editor.getState().run(toCommand(command))
        const made = editor.getState().document
        while (editor.getState().undo());
        expect(editor.getState().document).toEqual(sample)
        while (editor.getState().redo());
        expect(editor.getState().document).toEqual(made)
      }),
      { numRuns: 300 },
    )
  })

  it('given typing in one field, then it is one step, until a pause or another field', () => {
    let now = 0
    const editor = createEditor(sample, { now: () => now })
    const type = (name: string, tag = 'name:hello') =>
      editor.getState().run({ name: 'rename', tag, edit: (doc) => renameNode(doc, 'hello', name) })
    type('H')
    type('He')
    now += COALESCE_MS
    type('Hello')
    expect(editor.getState().history.done).toHaveLength(2)
    editor.getState().undo()
    expect(nameOf(editor.getState().document, 'hello')).toBe('He')
    editor.getState().undo()
    expect(editor.getState().document).toEqual(sample)
  })

  it('given a field typed back to what it was, then there is nothing to undo', () => {
    const editor = createEditor(sample, { now: () => 0 })
    editor.getState().run({ name: 'rename', tag: 'x', edit: (doc) => renameNode(doc, 'hello', 'A') })
    editor.getState().run({ name: 'rename', tag: 'x', edit: (doc) => renameNode(doc, 'hello', '') })
    expect(editor.getState().undo()).toBeNull()
  })

  it('given a deletion, when undone, then what was deleted is selected again', () => {
    const editor = createEditor(sample)
    editor.getState().select(select({ nodes: ['hello'] }))
    editor.getState().run({ name: 'delete', edit: (doc) => remove(doc, select({ nodes: ['hello'] }), explain, legal) })
    expect(editor.getState().selection.nodes).toEqual([])
    editor.getState().undo()
    expect(editor.getState().selection.nodes).toEqual(['hello'])
  })

  it('given others’ work taken in, when I undo mine, then theirs stays, on the same step too', () => {
    const editor = createEditor(sample)
    editor.getState().run({ name: 'rename', edit: (doc) => renameNode(doc, 'hello', 'Mine') })
    const both = editor.getState().document
    editor
      .getState()
      .receive({ ...both, nodes: both.nodes.map((node) => (node.id === 'hello' ? { ...node, config: { text: 'theirs' } } : node)) })
    editor.getState().undo()
    const hello = editor.getState().document.nodes.find((node) => node.id === 'hello')
    expect(hello?.name).toBeUndefined()
    expect(hello?.config).toEqual({ text: 'theirs' })
  })

  it('given a flow that may only be read, then nothing changes it', () => {
    const editor = createEditor(sample, { readOnly: true })
    expect(editor.getState().run({ name: 'rename', edit: (doc) => renameNode(doc, 'hello', 'x') })).toBe(false)
    expect(editor.getState().document).toBe(sample)
  })
})

const nameOf = (document: typeof sample, id: string) => document.nodes.find((node) => node.id === id)?.name
