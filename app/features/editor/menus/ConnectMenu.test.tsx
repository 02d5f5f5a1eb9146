import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { document, openSession, renderEditor, step } from '../testing/render'
import { ConnectMenu } from './ConnectMenu'

vi.setConfig({ testTimeout: 60_000 })
function openMenu(type: string) {
  const open = openSession(document([step('entry', 'entry'), step('s', type)]))
  const focus = vi.fn()
  // the members of the canvas that this needs
  open.session.canvas.current = {
    focus,
    boxOf: () => ({ x: 0, y: 0, width: 240, height: 100 }),
    toScreen: (point: { x: number; y: number }) => point,
    portsOf: () => new Map(),
  } as unknown as NonNullable<typeof open.session.canvas.current>
  renderEditor(open, <ConnectMenu />)
  act(() => open.session.ui.setState({ connectFrom: 's' }))
  return { ...open, focus, user: userEvent.setup({ delay: null }) }
}

const focused = () => globalThis.document.activeElement

describe('choosing an exit by keyboard', () => {
  it('given the list of exits, then its first has the keyboard, and what the arrows reach keeps it', async () => {
    const { user } = openMenu('menu')
    const items = await screen.findAllByRole('menuitem')
    await waitFor(() => expect(focused()).toBe(items[0]))
    await user.keyboard('{ArrowDown}')
    expect(focused()).toBe(items[1])
    await new Promise((rest) => setTimeout(rest)) // what was put off until now comes first
    expect(focused()).toBe(items[1])
  })

  it('given the list of exits, when one is chosen, then the list of steps is asked for from there', async () => {
    const { user, session } = openMenu('menu')
    await screen.findAllByRole('menuitem')
    await user.keyboard('{ArrowDown}{Enter}')
    expect(session.ui.getState()).toMatchObject({
      connectFrom: null,
      quickAdd: { from: { from: 's', outcome: 'matched:2' }, targets: true },
    })
  })

  it.each(['{Escape}', '{Tab}'])('given the list of exits, when %s is pressed, then the step has the keyboard again', async (key) => {
    const { user, session, focus } = openMenu('menu')
    await screen.findAllByRole('menuitem')
    await user.keyboard(key)
    expect(session.ui.getState().connectFrom).toBeNull()
    expect(focus).toHaveBeenCalledWith('s')
  })

  it('given a step without exits, then that is said, and Escape leads back', async () => {
    const { user, session } = openMenu('hangup')
    expect(await screen.findByRole('menu')).toBeTruthy()
    await user.keyboard('{Escape}')
    expect(session.ui.getState().connectFrom).toBeNull()
  })
})
