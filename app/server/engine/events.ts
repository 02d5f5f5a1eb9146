import { EventEmitter, on } from 'node:events'
import { request } from 'node:http'
import { createInterface } from 'node:readline'
import { EngineEvent } from '@/engine/control/protocol'

/** Between attempts to reach an engine that is away. */
const RETRY_MS = 1000

/** `connected`: events come from here on; what was before is unknown, also what happened while the engine was away. */
export type HeardEvent = EngineEvent | { readonly type: 'connected' }

/**
 * The engine's events for any number of readers over one connection, which is there as long as somebody reads and is made
 * again when the engine comes back. Events of the meantime are lost: readers are told `connected`, and ask for the present
 * state.
 */
export function engineEvents(socketPath: string, retryMs: number = RETRY_MS): (signal: AbortSignal) => AsyncIterable<HeardEvent> {
  const emitter = new EventEmitter().setMaxListeners(0)
  let readers = 0
  let upstream: AbortController | undefined
  let connected = false
  const emit = (event: HeardEvent) => void emitter.emit('event', event)
  const state = (there: boolean) => {
    connected = there
    if (there) emit({ type: 'connected' })
  }

  return async function* (signal) {
    readers += 1
    if (!upstream) {
      upstream = new AbortController()
      void listen(socketPath, emit, state, retryMs, upstream.signal)
    }
    try {
      // It listens from here on, so that nothing falls between the two.
      const events = on(emitter, 'event', { signal })
      if (connected) yield { type: 'connected' }
      for await (const [event] of events) yield event as HeardEvent // emitted only above, parsed
    } catch (error) {
      if (!signal.aborted) throw error
    } finally {
      readers -= 1
      if (readers === 0) {
        upstream?.abort()
        upstream = undefined
      }
    }
  }
}

async function listen(
  socketPath: string,
  emit: (event: EngineEvent) => void,
  state: (connected: boolean) => void,
  retryMs: number,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await connect(socketPath, emit, () => state(true), signal)
    state(false)
    await pause(retryMs, signal)
  }
}

/** One connection; resolves when it has ended, for whatever reason. */
function connect(socketPath: string, emit: (event: EngineEvent) => void, connected: () => void, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const outgoing = request({ socketPath, path: '/events', headers: { host: 'engine' }, signal })
    outgoing.on('error', () => resolve())
    outgoing.on('response', (response) => {
      if (response.statusCode !== 200) {
        outgoing.destroy()
        resolve()
        return
      }
      connected()
      // Its own errors are the request's, which ends the connection.
      response.on('error', () => {})
      const lines = createInterface({ input: response })
      lines.on('line', (line) => {
        const event = parse(line)
        if (event) emit(event)
      })
      // readline hands on its input's errors, and does not close on them.
      lines.on('error', () => {})
      response.on('close', () => resolve())
    })
    outgoing.end()
  })
}

/** Blank lines keep the connection open; a kind of event that this build does not know is skipped. */
function parse(line: string): EngineEvent | undefined {
  try {
    const parsed = EngineEvent.safeParse(JSON.parse(line))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms)
    function done() {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    signal.addEventListener('abort', done)
    if (signal.aborted) done()
  })
}
