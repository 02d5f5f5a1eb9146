import { z } from 'zod'

/** Why signing in did not work; each is a sentence in `login.<reason>`. */
export type SignInFailure =
  | { readonly reason: 'wrong' | 'disabled' | 'offline' | 'failed' }
  | { readonly reason: 'throttled'; readonly seconds: number }

const Refusal = z.object({ code: z.string().optional() })

async function post(path: string, body: unknown): Promise<Response> {
  return fetch(`/api/auth${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
}

async function refusal(response: Response): Promise<string | undefined> {
  const parsed = Refusal.safeParse(await response.json().catch(() => null))
  return parsed.success ? parsed.data.code : undefined
}

/** Signs in and gets the login cookie; null when that worked. */
export async function signIn(email: string, password: string): Promise<SignInFailure | null> {
  let response: Response
  try {
    response = await post('/sign-in/email', { email: email.trim(), password, rememberMe: true })
  } catch {
    return { reason: 'offline' }
  }
  if (response.ok) return null
  if (response.status === 429) return { reason: 'throttled', seconds: Number(response.headers.get('retry-after')) || 60 }
  const code = await refusal(response)
  if (code === 'BANNED_USER') return { reason: 'disabled' }
  if (response.status === 401 || response.status === 400) return { reason: 'wrong' }
  return { reason: 'failed' }
}

/** Ends the login and shows the login page. */
export async function signOut(): Promise<void> {
  await post('/sign-out', {}).catch(() => undefined)
  window.location.assign('/login')
}

/** Why a password could not be changed; each is a sentence in `account.password.<reason>`. */
export type PasswordFailure = 'wrongPassword' | 'tooShort' | 'tooMany' | 'failed'

/** Changes one's own password and signs other browsers out. */
export async function changePassword(currentPassword: string, newPassword: string): Promise<PasswordFailure | null> {
  const response = await post('/change-password', { currentPassword, newPassword, revokeOtherSessions: true }).catch(() => null)
  if (response?.ok) return null
  if (response?.status === 429) return 'tooMany'
  const code = response && (await refusal(response))
  if (code === 'INVALID_PASSWORD') return 'wrongPassword'
  if (code === 'PASSWORD_TOO_SHORT' || code === 'PASSWORD_TOO_LONG') return 'tooShort'
  return 'failed'
}
