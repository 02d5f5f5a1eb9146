import { fail, ok, type Result } from '@/engine/errors'
import { asFields } from './fields'
import { down } from './transport/rest-socket'
import type { AriRequest, AriResponse, AriTransport } from './transport/transport'

type Path = AriRequest['path']
type Body = AriRequest['body']

/** Requests to Asterisk, and what its answers mean. */
export class Ari {
  constructor(private readonly transport: Pick<AriTransport, 'request'>) {}

  send(method: AriRequest['method'], path: Path, body?: Body): Promise<Result<AriResponse>> {
    return this.transport.request({ method, path, body })
  }

  /** Does something to a channel: `CALL_GONE` when it is not there (or not ours) any more. */
  async act(method: AriRequest['method'], path: Path, body?: Body): Promise<Result<void>> {
    return meaning(await this.send(method, path, body))
  }

  /** Ends something; it is fine when it has ended by itself. */
  async end(path: Path): Promise<Result<void>> {
    const done = await this.act('DELETE', path)
    return done.ok || done.error.code !== 'CALL_GONE' ? done : ok()
  }

  /** Reads something: its JSON, or undefined when it is not there. */
  async read(path: Path, body?: Body): Promise<Result<unknown>> {
    const answer = await this.send('GET', path, body)
    if (!answer.ok) return answer
    if (answer.value.status === 404) return ok(undefined)
    const understood = meaning(answer)
    return understood.ok ? ok(answer.value.body) : understood
  }
}

/** 404: no such channel. 409: not in our application any more. 412: hung up a moment ago. */
const GONE = new Set([404, 409, 412])

/** What an answer means to someone who wanted a channel to do something. */
export function meaning(answer: Result<AriResponse>): Result<void> {
  if (!answer.ok) return answer
  const { status, body } = answer.value
  if (status >= 200 && status < 300) return ok()
  if (GONE.has(status)) return fail('CALL_GONE', 'The caller has hung up.')
  if (status === 503) return down()
  return fail('TELEPHONY_REFUSED', `Asterisk refused: ${reason(body) || `status ${status}`}.`, { status })
}

function reason(body: unknown): string {
  const { message, error } = asFields(body)
  return typeof message === 'string' ? message : typeof error === 'string' ? error : ''
}
