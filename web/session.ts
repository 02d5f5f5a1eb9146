import type { IncomingMessage } from 'node:http'

/** Whether the request's login may use the browser phone. */
export async function mayUsePhone(request: IncomingMessage): Promise<'yes' | 'no-login' | 'no-permission'> {
  return request.headers.cookie ? 'yes' : 'no-login'
}
