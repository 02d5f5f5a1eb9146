import { act, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { document, openSession, renderEditor, step } from '../testing/render'
import { FindBar } from './FindBar'

afterEach(() => {
  vi.unstubAllGlobals()
})

it('given Enter comes before the hits are drawn, then it goes to what was looked for, not to what was before', async () => {
  const named = (id: string, name: string) => ({ ...step(id, 'play'), name })
  const open = openSession(document([step('entry', 'entry'), named('a', 'Hello'), named('b', 'Opening hours')]))
  const goTo = vi.spyOn(open.actions, 'goTo')
  renderEditor(open, <FindBar />)
  act(() => open.session.ui.setState({ find: true }))
  const input = screen.getByRole<HTMLInputElement>('textbox')
  // As a browser does it: what is put off is drawn in its own time, not before the next key.
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false)
  const type = (text: string) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text)
    input.dispatchEvent(new Event('input', { bubbles: true }))
  }
  const enter = () => input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
  type('hello')
  await vi.waitFor(() => expect(screen.getByText('Hello')).toBeTruthy())
  type('hours')
  enter()
  expect(goTo.mock.calls).toEqual([['b']])
})
