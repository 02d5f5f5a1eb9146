import type { RawData, WebSocket } from 'ws'
import { fail, ok, type Result } from '@/engine/errors'
import { type AriEvent, parseEvent } from '../events/event'
import type { Log } from '../log'
import { keepAlive } from './keep-alive'
import type { AriRequest, AriResponse } from './transport'

/** Asterisk answers in well under a millisecond; one that takes this long is stuck. */
const ANSWER_MS = 5000

/** A list of a thousand channels is one message. */
export const MAX_MESSAGE_BYTES = 64 * 1024 * 1024

interface Waiting {
  readonly answer: (result: Result<AriResponse>) => void
  readonly timer: NodeJS.Timeout
}

/**
 * REST requests and events over one ARI websocket (Asterisk 20.14, 21.9, 22.4 and newer).
 * Asterisk takes requests one at a time, in order.
 */
export class RestSocket {
  readonly #waiting = new Map<string, Waiting>()
  #next = 0

  constructor(
    readonly ws: WebSocket,
    /** Called before each write: see `sendTogether`. */
    private readonly together: () => void,
    private readonly onEvent: (event: AriEvent) => void,
    private readonly log: Log,
    private readonly answerMs = ANSWER_MS,
  ) {
    ws.on('message', (data) => this.#receive(data))
    ws.on('close', () => this.#failAll())
    // 'close' follows.
    ws.on('error', (error) => log.warn({ error: error.message }, 'ARI websocket failed'))
    keepAlive(ws)
  }

  request(request: AriRequest): Promise<Result<AriResponse>> {
    if (this.ws.readyState !== this.ws.OPEN) return Promise.resolve(down())
    const id = String(++this.#next)
    return new Promise((answer) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(id)
        this.log.error({ method: request.method, resource: request.path[0] }, 'Asterisk does not answer')
        answer(down())
      }, this.answerMs)
      this.#waiting.set(id, { answer, timer })
      this.together()
      this.ws.send(frame(id, request))
    })
  }

  #receive(data: RawData): void {
    let message: unknown
    try {
      message = JSON.parse(String(data))
    } catch {
      this.log.error({}, 'Asterisk sent something that is not JSON')
      return
    }
    if (isResponse(message)) this.#answer(message)
    else {
      const event = parseEvent(message)
      if (event.type === 'unknown') this.log.debug({ type: event.name }, 'event ignored')
      else this.onEvent(event)
    }
  }

  #answer(response: RestResponse): void {
    const waiting = this.#waiting.get(response.request_id)
    // Answered after we gave up on it.
    if (!waiting) return
    this.#waiting.delete(response.request_id)
    clearTimeout(waiting.timer)
    waiting.answer(ok(answerOf(response)))
  }

  #failAll(): void {
    for (const { answer, timer } of this.#waiting.values()) {
      clearTimeout(timer)
      answer(down())
    }
    this.#waiting.clear()
  }
}

interface RestResponse {
  readonly type: 'RESTResponse'
  readonly request_id: string
  readonly status_code: number
  readonly message_body?: unknown
}

function isResponse(message: unknown): message is RestResponse {
  return (
    typeof message === 'object' &&
    message !== null &&
    'type' in message &&
    message.type === 'RESTResponse' &&
    'request_id' in message &&
    typeof message.request_id === 'string' &&
    'status_code' in message &&
    typeof message.status_code === 'number'
  )
}

function frame(id: string, { method, path, body }: AriRequest): string {
  const uri = path.map(encodeURIComponent).join('/')
  const request = { type: 'RESTRequest', request_id: id, method, uri }
  return JSON.stringify(body ? { ...request, content_type: 'application/json', message_body: JSON.stringify(body) } : request)
}

/** The body is JSON within JSON, of no interest to most who ask: it is read when it is looked at. */
function answerOf({ status_code: status, message_body }: RestResponse): AriResponse {
  return {
    status,
    get body() {
      return parseBody(message_body)
    },
  }
}

function parseBody(body: unknown): unknown {
  if (typeof body !== 'string' || body === '') return undefined
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

/** The answer when Asterisk cannot be asked. */
export function down(): Result<never> {
  return fail('TELEPHONY_DOWN', 'The telephone server cannot be reached.')
}
