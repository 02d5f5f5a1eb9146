import { fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { document, openSession, renderEditor, step } from '../testing/render'
import { PalettePanel } from './PalettePanel'

vi.setConfig({ testTimeout: 60_000 })

function open() {
  const session = openSession(document([step('entry', 'entry')]))
  renderEditor(session, <PalettePanel />)
  return { count: () => session.document().nodes.length, user: userEvent.setup({ delay: null }) }
}

it('given a step was dragged off the palette, when it is then clicked, then it is added', async () => {
  const { count, user } = open()
  const item = screen.getByRole('button', { name: 'Play' })
  await user.pointer([
    { keys: '[MouseLeft>]', target: item, coords: { clientX: 10, clientY: 10 } },
    { target: globalThis.document.body, coords: { clientX: 300, clientY: 300 } },
    { keys: '[/MouseLeft]', target: globalThis.document.body },
  ])
  const before = count()
  await user.click(item)
  expect(count()).toBe(before + 1)
})

it('given a Chinese word is being composed in the search, when Enter confirms it, then no step is added; the next Enter adds one', async () => {
  const { count } = open()
  const search = screen.getByRole('textbox', { name: 'Search steps' })
  fireEvent.keyDown(search, { key: 'Enter', isComposing: true })
  expect(count()).toBe(1)
  fireEvent.keyDown(search, { key: 'Enter' })
  expect(count()).toBe(2)
})
