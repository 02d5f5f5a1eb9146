import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { renderApp } from '@/app/features/shared/testing/renderApp'
import { LoginForm } from './LoginForm'

function server(status: number, body: unknown, headers: Record<string, string> = {}) {
  const fetched = vi.fn(async () => new Response(JSON.stringify(body), { status, headers }))
  vi.stubGlobal('fetch', fetched)
  return fetched
}
async function signIn() {
  const user = userEvent.setup()
  await user.type(screen.getByLabelText('Email'), 'ada@example.com')
  await user.type(screen.getByLabelText('Password'), 'not it')
  await user.click(screen.getByRole('button', { name: 'Sign in' }))
}

afterEach(() => vi.unstubAllGlobals())

describe('LoginForm', () => {
  it('given a wrong password, then says so, empties the field and does not tell which of the two was wrong', async () => {
    server(401, { code: 'INVALID_EMAIL_OR_PASSWORD' })
    renderApp(<LoginForm />)
    await signIn()
    expect((await screen.findByRole('alert')).textContent).toContain('The email or the password is not right.')
    expect(screen.getByLabelText<HTMLInputElement>('Password').value).toBe('')
  })

  it('given too many attempts, then says how long to wait and locks the button meanwhile', async () => {
    server(429, { code: 'TOO_MANY_ATTEMPTS' }, { 'retry-after': '90' })
    renderApp(<LoginForm />)
    await signIn()
    expect((await screen.findByRole('alert')).textContent).toContain('Try again in 90 seconds.')
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Sign in' }).disabled).toBe(true)
  })

  it('given a disabled account, then tells who can help', async () => {
    server(403, { code: 'BANNED_USER' })
    renderApp(<LoginForm />, { locale: 'en' })
    await signIn()
    expect((await screen.findByRole('alert')).textContent).toContain('Ask an administrator')
  })

  it('given no server, then says that, not that the password is wrong', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed to fetch')))
    renderApp(<LoginForm />)
    await signIn()
    expect((await screen.findByRole('alert')).textContent).toContain('cannot be reached')
  })

  it('given the right password, then goes to the page that was asked for', async () => {
    const fetched = server(200, {})
    const assign = vi.fn()
    vi.stubGlobal('location', { ...window.location, assign })
    renderApp(<LoginForm next="/calls?flow=1" />)
    await signIn()
    await waitFor(() => expect(assign).toHaveBeenCalledExactlyOnceWith('/calls?flow=1'))
    expect(fetched).toHaveBeenCalledWith('/api/auth/sign-in/email', expect.objectContaining({ method: 'POST' }))
  })
})
