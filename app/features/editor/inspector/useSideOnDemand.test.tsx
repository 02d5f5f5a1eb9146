import { act, fireEvent } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { document, openSession, renderEditor, step } from '../testing/render'
import { useSideOnDemand } from './useSideOnDemand'

function Side() {
  useSideOnDemand()
  return null
}

function setUp(width: number) {
  vi.stubGlobal('innerWidth', width)
  const open = openSession(document([step('entry', 'entry'), step('hello', 'play')]))
  open.session.ui.setState({ side: null })
  renderEditor(open, <Side />)
  return { pick: (...nodes: string[]) => act(() => open.actions.select({ nodes })), ui: open.session.ui, actions: open.actions }
}

beforeEach(() => {
  vi.unstubAllGlobals()
})
describe('the right column', () => {
  it('given a narrow page, then it comes with a selection and goes with it', () => {
    const { pick, ui } = setUp(1280)
    pick('hello')
    expect(ui.getState().side).toBe('inspector')
    pick()
    expect(ui.getState().side).toBeNull()
  })

  it('given a narrow page and a pressed pointer, then it waits until the card is let go', () => {
    const { pick, ui } = setUp(1280)
    fireEvent.pointerDown(window)
    pick('hello')
    expect(ui.getState().side).toBeNull()
    fireEvent.pointerUp(window)
    expect(ui.getState().side).toBe('inspector')
  })

  it('given a narrow page and a menu asked for with the right button, then it waits until the menu is closed', () => {
    const { pick, ui } = setUp(1280)
    fireEvent.pointerDown(window, { button: 2 })
    pick('hello')
    fireEvent.pointerUp(window, { button: 2 })
    act(() => ui.setState({ menu: { screen: { x: 0, y: 0 }, at: { x: 0, y: 0 }, target: { kind: 'node', id: 'hello' } } }))
    expect(ui.getState().side).toBeNull()
    act(() => ui.setState({ menu: null }))
    expect(ui.getState().side).toBe('inspector')
  })

  it('given the versions are open, then they stay', () => {
    const { pick, ui } = setUp(1280)
    ui.setState({ side: 'versions' })
    pick('hello')
    pick()
    expect(ui.getState().side).toBe('versions')
  })

  it('given a wide page, then only the user opens and closes it', () => {
    const { pick, ui } = setUp(1920)
    pick('hello')
    expect(ui.getState().side).toBeNull()
  })
})
