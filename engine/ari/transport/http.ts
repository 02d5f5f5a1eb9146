import { ok, type Result } from '@/engine/errors'
import { down } from './rest-socket'
import type { AriRequest, AriResponse, AriTransport } from './transport'

/** Asterisk answers in milliseconds; one that takes this long is stuck. */
const ANSWER_MS = 5000

/** Where ARI is, and who asks. */
export interface AriLogin {
  /** Without a slash at the end: `http://127.0.0.1:8088/ari`. */
  readonly url: string
  readonly user: string
  readonly password: string
}

/** ARI's requests without its events: for those who are not the engine. */
export function httpRequests({ url, user, password }: AriLogin): Pick<AriTransport, 'request'> {
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
  return {
    async request({ method, path, body }: AriRequest): Promise<Result<AriResponse>> {
      try {
        const response = await fetch(`${url}/${path.map(encodeURIComponent).join('/')}`, {
          method,
          headers: { authorization, ...(body ? { 'content-type': 'application/json' } : {}) },
          ...(body ? { body: JSON.stringify(body) } : {}),
          signal: AbortSignal.timeout(ANSWER_MS),
        })
        const text = await response.text()
        return ok({ status: response.status, body: text === '' ? undefined : JSON.parse(text) })
      } catch {
        // Not there, too slow, or in the middle of ending.
        return down()
      }
    },
  }
}
