import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { renderApp } from '@/app/features/shared/testing/renderApp'
import type { PracticeCall } from '@/engine/control/protocol'
import { PracticePhone } from './client/practice-phone'
import { PhoneContext } from './PhoneContext'
import { PhonePanel } from './PhonePanel'

type Party = PracticeCall['party']

it('given the flow calls somebody, when one says by keyboard what happens, then the phone keeps the keyboard', async () => {
  let party: Party = { called: '200', state: 'ringing' }
  const told = (): PracticeCall => ({ callId: 'c', answered: true, over: false, music: false, recording: false, heard: [], party })
  const phone = new PracticePhone({
    call: async () => told(),
    state: async () => told(),
    move: async (_callId, move) => {
      if (move.does === 'party') party = move.move === 'answer' ? { called: '200', state: 'answered' } : null
      return told()
    },
    voice: { say: () => undefined },
    now: Date.now,
  })
  const user = userEvent.setup()
  renderApp(
    <PhoneContext.Provider value={phone}>
      <PhonePanel />
    </PhoneContext.Provider>,
  )
  await phone.call('7000')
  const panel = screen.getByRole('region', { name: 'Phone' })
  ;(await screen.findByRole('button', { name: 'Answers' })).focus()
  await user.keyboard('{Enter}')
  const hangUp = await screen.findByRole('button', { name: 'They hang up' })
  expect(document.activeElement).toBe(panel)
  hangUp.focus()
  await user.keyboard('{Enter}')
  await expect.poll(() => screen.queryByRole('button', { name: 'They hang up' })).toBeNull()
  expect(document.activeElement).toBe(panel)
  phone.close()
})
