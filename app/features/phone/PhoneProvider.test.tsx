import { useQuery } from '@tanstack/react-query'
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { renderApp } from '@/app/features/shared/testing/renderApp'
import { useTRPC } from '@/app/features/shared/trpc'
import { useCalledNumber, usePhonePanel } from './PhoneContext'
import { PhoneProvider } from './PhoneProvider'

vi.mock('./client/microphone', () => ({ openVoice: async () => ({ stream: null, problem: null, release: () => undefined }) }))

function Page() {
  const panel = usePhonePanel()
  const called = useCalledNumber()
  return (
    <>
      <button type="button" onClick={() => panel.open({ number: '7000', call: true })}>
        Call it
      </button>
      <output>{called ?? 'no call'}</output>
    </>
  )
}

it('given it is not known yet whether there are telephones, when a call is asked for, then it is made once it is known', async () => {
  let tell = (_: unknown) => {}
  const health = new Promise((resolve) => {
    tell = resolve
  })
  const { asked } = renderApp(
    <PhoneProvider>
      <Page />
    </PhoneProvider>,
    {
      answers: {
        'system.health': () => health,
        'phone.practice.begin': () => ({ callId: 'c', answered: true, over: true, music: false, recording: false, heard: [], party: null }),
      },
    },
  )
  await userEvent.setup().click(screen.getByRole('button', { name: 'Call it' }))
  expect(screen.queryByRole('region', { name: 'Phone' })).toBeNull()
  tell({ telephony: { state: 'none' } })
  await screen.findByText('The call has ended')
  expect(asked.filter(({ path }) => path === 'phone.practice.begin')).toEqual([{ path: 'phone.practice.begin', input: { to: '7000' } }])
})

/** Asks again how the installation is, as the shell does all the time. */
function Shell() {
  const trpc = useTRPC()
  const { refetch, data } = useQuery(trpc.system.health.queryOptions())
  return (
    <button type="button" onClick={() => void refetch()}>
      {`Engine ${data?.engine ?? 'unknown'}`}
    </button>
  )
}

it('given the engine does not answer for a moment, then a practice call goes on', async () => {
  const call = { callId: 'c', answered: true, over: false, music: false, recording: false, heard: [], party: null }
  let health: unknown = { engine: 'up', telephony: { state: 'none' } }
  renderApp(
    <PhoneProvider>
      <Shell />
      <Page />
    </PhoneProvider>,
    { answers: { 'system.health': () => health, 'phone.practice.begin': () => call, 'phone.practice.state': () => call } },
  )
  const user = userEvent.setup()
  await user.click(screen.getByRole('button', { name: 'Call it' }))
  await screen.findByText('Connected')
  health = { engine: 'down', telephony: { state: 'down' } }
  await user.click(await screen.findByRole('button', { name: 'Engine up' }))
  await screen.findByRole('button', { name: 'Engine down' })
  expect(screen.getByText('Connected')).toBeTruthy()
})

it('given a call, when the phone is closed, then the call ends with it', async () => {
  renderApp(
    <PhoneProvider>
      <Page />
    </PhoneProvider>,
    { answers: { 'system.health': () => ({ telephony: { state: 'up' } }) } },
  )
  const user = userEvent.setup()
  const calls = screen.getByText('no call')
  await user.click(screen.getByRole('button', { name: 'Call it' }))
  await waitFor(() => expect(calls.textContent).toBe('7000'))
  await user.click(screen.getByRole('button', { name: 'Close phone' }))
  expect(screen.queryByRole('region', { name: 'Phone' })).toBeNull()
  expect(calls.textContent).toBe('no call')
})
