import { Spotlight } from '@mantine/spotlight'
import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { renderApp } from '@/app/features/shared/testing/renderApp'
import { QuickJump } from './QuickJump'

const push = vi.hoisted(() => vi.fn())
vi.mock('next/navigation', () => ({ useRouter: () => ({ push }) }))
vi.mock('@/app/features/shared/me', () => ({ useCan: () => () => true }))

beforeEach(() => {
  push.mockClear()
  act(() => Spotlight.close())
})

const flow = (id: string, name: string) => ({ id, name, numbers: [] })
const entries = () => [...document.querySelectorAll('[data-action]')]
const picked = () => entries().filter((entry) => entry.hasAttribute('data-selected'))

it('given it is opened, then its first entry is picked, and Enter goes there', async () => {
  renderApp(<QuickJump />)
  const user = userEvent.setup()
  act(() => Spotlight.open())
  await screen.findByRole('textbox')
  await waitFor(() => expect(picked()).toEqual([entries()[0]]))
  await user.keyboard('{Enter}')
  expect(push).toHaveBeenCalledExactlyOnceWith('/flows')
})

it('given what is looked for comes late from the server, then Enter does nothing before, and goes there after', async () => {
  let answer = (_flows: unknown) => {}
  renderApp(<QuickJump />, { answers: { 'flows.list': () => new Promise((resolve) => (answer = resolve)) } })
  const user = userEvent.setup()
  act(() => Spotlight.open())
  await user.type(await screen.findByRole('textbox'), 'night{Enter}')
  expect(push).not.toHaveBeenCalled()
  await act(async () => answer([flow('f1', 'Main line'), flow('f2', 'Night')]))
  await waitFor(() => expect(picked()).toHaveLength(1))
  await user.keyboard('{Enter}')
  expect(push).toHaveBeenCalledExactlyOnceWith('/flows/f2')
})
