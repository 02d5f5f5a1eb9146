import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { NodeId } from '@/engine/flow'
import { edgeKey } from '../model/keys'
import { select } from '../model/selection'
import type { MenuTarget } from '../session/ui-store'
import { document, openSession, renderEditor, step } from '../testing/render'
import { ContextMenu } from './ContextMenu'

vi.setConfig({ testTimeout: 60_000 })

const edge = { from: NodeId.parse('a'), outcome: 'done', to: NodeId.parse('b') }
const onEdge: MenuTarget = { kind: 'edge', key: edgeKey(edge) }

function openMenu(target: MenuTarget, selection: Parameters<typeof select>[0] = {}) {
  const open = openSession(document([step('entry', 'entry'), step('a', 'play'), step('b', 'play')], { edges: [edge] }))
  const focused: (string | null)[] = []
  // the members of the canvas that this needs
  open.session.canvas.current = {
    focus: (id: string | null) => focused.push(id),
    reveal: () => undefined,
    pointer: () => null,
  } as unknown as NonNullable<typeof open.session.canvas.current>
  renderEditor(open, <ContextMenu />)
  act(() => {
    open.session.editor.getState().select(select(selection))
    open.session.ui.setState({ menu: { screen: { x: 0, y: 0 }, at: { x: 0, y: 0 }, target } })
  })
  return { ...open, focused: () => focused.at(-1), asked: focused, user: userEvent.setup({ delay: null }) }
}
const press = async (user: ReturnType<typeof openMenu>['user'], name: string) =>
  user.click(await screen.findByRole('menuitem', { name: new RegExp(`^${name}`) }))

describe('who has the keyboard after a menu', () => {
  it.each<[string, MenuTarget, Parameters<typeof select>[0], string | null]>([
    ['the canvas, with nothing selected', { kind: 'canvas' }, {}, null],
    ['the canvas, with a step selected', { kind: 'canvas' }, { nodes: ['a'] }, 'a'],
    ['several steps', { kind: 'selection' }, { nodes: ['a', 'b'] }, 'b'],
    ['a step', { kind: 'node', id: 'a' }, { nodes: ['a'] }, 'a'],
    ['a connection', onEdge, { edges: [edgeKey(edge)] }, 'a'],
  ])('given the menu of %s, when Escape is pressed, then it goes where it was', async (_of, target, selection, holder) => {
    const { user, focused } = openMenu(target, selection)
    await screen.findByRole('menu')
    await user.keyboard('{Escape}')
    expect(focused()).toBe(holder)
  })

  it('given a connection, when its target is gone to, then the target has it', async () => {
    const { user, focused } = openMenu(onEdge, { edges: [edgeKey(edge)] })
    await press(user, 'Go to where it leads')
    expect(focused()).toBe('b')
  })

  it('given a step is deleted, then the one before it has it', async () => {
    const { user, focused } = openMenu({ kind: 'node', id: 'b' }, { nodes: ['b'] })
    await press(user, 'Delete')
    expect(focused()).toBe('a')
  })

  it('given a note is added, then its text takes it, and nothing takes it from there', async () => {
    const { user, asked, session } = openMenu({ kind: 'canvas' })
    await press(user, 'Add a note')
    expect(session.ui.getState().editingNote).not.toBeNull()
    expect(asked).toEqual([])
  })
})
