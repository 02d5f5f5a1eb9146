import { createTRPCClient, httpLink, type TRPCClient } from '@trpc/client'
import superjson from 'superjson'
import type { AppRouter } from '@/app/server/root'
import type { Product } from './product'

export interface Login {
  readonly email: string
  readonly password: string
}

/** Signs in as the sign-in page does; the login's cookies, for a request or a browser. Throws when it is refused. */
export async function signInCookies(url: string, login: Login): Promise<readonly { readonly name: string; readonly value: string }[]> {
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify(login),
  })
  if (!response.ok) throw new Error(`sign-in as ${login.email} refused: ${response.status} ${await response.text()}`)
  return response.headers.getSetCookie().map((cookie) => {
    const [pair = ''] = cookie.split(';')
    const at = pair.indexOf('=')
    return { name: pair.slice(0, at), value: pair.slice(at + 1) }
  })
}

/** The product's API as the pages use it, signed in (as the administrator unless told otherwise). */
export async function openApi(product: Product, login: Login = product.admin): Promise<TRPCClient<AppRouter>> {
  const cookies = await signInCookies(product.url, login)
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  return createTRPCClient<AppRouter>({ links: [httpLink({ url: `${product.url}/api/trpc`, transformer: superjson, headers: { cookie } })] })
}
