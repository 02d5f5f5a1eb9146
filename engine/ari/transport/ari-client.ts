import { fail, ok, type Result } from '@/engine/errors'
import { asFields } from '../fields'
import type { Log } from '../log'
import { type AriServer, InboundTransport } from './inbound'
import { findOperation, type Operation, readOperation } from './operations'
import { down } from './rest-socket'
import type { AriRequest, AriResponse, AriTransport, TransportListener } from './transport'

/** swagger-client says nothing at all when the connection is refused. */
const ANSWER_MS = 5000

type Invoke = (args: object, succeed: (answer: unknown) => void, fail: (answer: unknown) => void) => void

/**
 * For an Asterisk without REST over websockets: requests by npm's `ari-client` (HTTP). Of it we use Asterisk's API
 * description and the calls made from it, without its wrappers: these lose the status of a failure, keep a listener for
 * every object ever seen, and its event socket throws on event types that it does not know. Events come by a socket of ours.
 */
export class AriClientTransport implements AriTransport {
  readonly kind = 'ari-client'
  readonly #events: InboundTransport
  #operations: Operation[] = []
  #invoke: (operation: Operation) => Invoke | undefined = () => undefined

  constructor(
    private readonly server: AriServer,
    readonly version: string,
    private readonly log: Log,
  ) {
    this.#events = new InboundTransport(server, version, log)
  }

  /** Rejects when Asterisk's API description cannot be read. */
  async start(listener: TransportListener): Promise<void> {
    await this.#load()
    await this.#events.start(listener)
  }

  stop(): Promise<void> {
    return this.#events.stop()
  }

  request(request: AriRequest): Promise<Result<AriResponse>> {
    const found = findOperation(this.#operations, request)
    const invoke = found && this.#invoke(found.operation)
    if (!found || !invoke) {
      const path = `/${request.path[0]}`
      return Promise.resolve(fail('TELEPHONY_REFUSED', `This Asterisk (${this.version}) cannot ${request.method} ${path}.`))
    }
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.log.warn({ operation: found.operation.name }, 'Asterisk does not answer')
        resolve(down())
      }, ANSWER_MS)
      const answer = (value: unknown) => {
        clearTimeout(timer)
        resolve(readAnswer(value))
      }
      invoke(found.args, answer, answer)
    })
  }

  async #load(): Promise<void> {
    const { default: ariClient } = await import('ari-client')
    const { origin } = new URL(this.server.url)
    const client = asFields(await ariClient.connect(origin, this.server.user, this.server.password))
    const apis = asFields(asFields(client._swagger).apis)
    for (const [resource, api] of Object.entries(apis)) {
      for (const [name, value] of Object.entries(asFields(asFields(api).operations))) {
        const operation = readOperation(resource, name, value)
        if (operation) this.#operations.push(operation)
      }
    }
    if (this.#operations.length === 0) throw new Error('Asterisk’s API description is empty')
    this.#invoke = ({ resource, name }) => {
      const api = asFields(apis[resource])
      const run = api[name]
      // swagger-client puts a function for each operation there.
      return typeof run === 'function' ? (run as Invoke).bind(api) : undefined
    }
  }
}

/** swagger-client gives `{ status, data }`; data is JSON text, or bytes. */
function readAnswer(value: unknown): Result<AriResponse> {
  const { status, data } = asFields(value)
  if (typeof status !== 'number' || status === 0) return down()
  const text = typeof data === 'string' || Buffer.isBuffer(data) ? data.toString() : ''
  if (text === '') return ok({ status, body: undefined })
  try {
    return ok({ status, body: JSON.parse(text) })
  } catch {
    return ok({ status, body: undefined })
  }
}
