import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { renderApp } from '@/app/features/shared/testing/renderApp'
import { type AnyPhone, initialState, type PhoneCall, type PhoneState } from './client/state'
import { PhoneContext } from './PhoneContext'
import { PhonePanel } from './PhonePanel'

const talking: PhoneCall = {
  number: '7000',
  phase: 'talking',
  answeredAt: Date.now() - 65_000,
  endedAt: null,
  end: null,
  muted: false,
  digits: '',
  keysInSound: true,
  remote: null,
  local: null,
  microphone: null,
}

function show(call: PhoneCall | null, { number, state = {} }: { number?: string; state?: Partial<PhoneState> } = {}) {
  const store = createStore<PhoneState>(() => ({ ...initialState, ...state, call }))
  const phone = { store, call: vi.fn(async () => {}), press: vi.fn(), hangUp: vi.fn(), setMuted: vi.fn(), clear: vi.fn() }
  const onClose = vi.fn()
  renderApp(
    // the members that the panel uses
    <PhoneContext.Provider value={phone as unknown as AnyPhone}>
      <PhonePanel number={number} onClose={onClose} />
    </PhoneContext.Provider>,
  )
  return { phone, onClose, user: userEvent.setup() }
}

describe('PhonePanel', () => {
  it('given no call, then a number is typed or tapped, and Enter dials it', async () => {
    const { phone, user } = show(null)
    await user.type(screen.getByLabelText('Number to call'), '70')
    await user.click(screen.getByRole('button', { name: '0' }))
    await user.type(screen.getByLabelText('Number to call'), '1{Enter}')
    expect(phone.call).toHaveBeenCalledExactlyOnceWith('7001')
  })

  it('given a call, then digits of keypad and keyboard are sent, and no others', async () => {
    const { phone, user } = show(talking)
    await user.click(screen.getByRole('button', { name: '5' }))
    screen.getByRole('region', { name: 'Phone' }).focus()
    await user.keyboard('9#x')
    expect(phone.press.mock.calls.map(([key]) => key)).toEqual(['5', '9', '#'])
  })

  it('given a call, then the clock runs, Escape hangs up and does not close the phone', async () => {
    const { phone, onClose, user } = show(talking)
    await waitFor(() => expect(screen.getByText(/1:\d\d/)).toBeTruthy())
    screen.getByRole('region', { name: 'Phone' }).focus()
    await user.keyboard('{Escape}')
    expect(phone.hangUp).toHaveBeenCalledOnce()
    expect(onClose).not.toHaveBeenCalled()
  })

  it('given it is made small, then the keypad goes and the call can still be ended', async () => {
    const { phone, user } = show(talking)
    await user.click(screen.getByRole('button', { name: 'Minimise' }))
    expect(screen.queryByRole('button', { name: '5' })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Hang up' }))
    expect(phone.hangUp).toHaveBeenCalledOnce()
    await user.click(screen.getByRole('button', { name: 'Expand' }))
    expect(screen.getByRole('button', { name: '5' })).toBeTruthy()
  })

  it('given no microphone permission, then says what that means and the remedy, and mute is out of use', () => {
    show({ ...talking, microphone: 'denied' })
    expect(screen.getByRole('note').textContent).toContain('allow the microphone in the address bar')
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Mute' }).disabled).toBe(true)
  })

  it('given the call has ended, then keys pressed late do not change the number that is called again', async () => {
    const ended: PhoneCall = { ...talking, phase: 'ended', end: 'them', endedAt: Date.now() }
    const { phone, user } = show(ended, { number: '7000' })
    screen.getByRole('region', { name: 'Phone' }).focus()
    await user.keyboard('12')
    await user.click(screen.getByRole('button', { name: '3' }))
    await user.click(screen.getByRole('button', { name: 'Call again' }))
    expect(phone.call).toHaveBeenCalledExactlyOnceWith('7000')
  })

  it('given the line is lost in a call, then it says that the call and its keys go on', () => {
    show(talking, { state: { line: 'lost' } })
    expect(screen.getByRole('status').textContent).toContain('your keys still work')
  })

  it('given the line is lost and keys take it, then it does not say that they work', () => {
    show({ ...talking, keysInSound: false }, { state: { line: 'lost' } })
    expect(screen.getByRole('status').textContent).toContain('keys work again after that')
  })

  it('given a line that could not be opened, then says why, and offers to call again', async () => {
    const ended: PhoneCall = { ...talking, phase: 'ended', end: 'failed', answeredAt: null, endedAt: Date.now() }
    const problem = { code: 'ENGINE_DOWN', message: 'down' } as const
    const { phone, user } = show(ended, { number: '7000', state: { line: 'failed', lineProblem: { kind: 'server', problem } } })
    expect(screen.getByRole('status').textContent).toContain('The engine is not running')
    await user.click(screen.getByRole('button', { name: 'Call again' }))
    expect(phone.call).toHaveBeenCalledExactlyOnceWith('7000')
  })
})
