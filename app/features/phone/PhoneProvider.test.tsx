import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { renderApp } from '@/app/features/shared/testing/renderApp'
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

it('given a call, when the phone is closed, then the call ends with it', async () => {
  renderApp(
    <PhoneProvider>
      <Page />
    </PhoneProvider>,
  )
  const user = userEvent.setup()
  const calls = screen.getByText('no call')
  await user.click(screen.getByRole('button', { name: 'Call it' }))
  expect(calls.textContent).toBe('7000')
  await user.click(screen.getByRole('button', { name: 'Close phone' }))
  expect(screen.queryByRole('region', { name: 'Phone' })).toBeNull()
  expect(calls.textContent).toBe('no call')
})
