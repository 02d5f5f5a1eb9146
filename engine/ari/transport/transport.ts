import type { Result } from '@/engine/errors'
import type { AriEvent } from '../events/event'

/** A value that JSON can hold. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue | undefined }

/** One ARI request. */
export interface AriRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Segments of the path, not encoded: `['channels', id, 'answer']`. */
  readonly path: readonly string[]
  /** Parameters; ARI takes those of the query from the body as well. */
  readonly body?: { readonly [key: string]: JsonValue | undefined }
}

/** What ARI answered, whatever the status; `body` is parsed JSON. */
export interface AriResponse {
  readonly status: number
  readonly body: unknown
}

/** A way to talk with one Asterisk. */
export interface AriTransport {
  /** How requests go; undefined until Asterisk has told its version. */
  readonly kind: 'websocket' | 'ari-client' | undefined
  /** Asterisk's version, e.g. `22.10.1`, once known. */
  readonly version: string | undefined
  /** Connects, and again whenever the connection breaks. Rejects only when it cannot even try (port taken). */
  start(listener: TransportListener): Promise<void>
  stop(): Promise<void>
  /** `TELEPHONY_DOWN` when there is no answer; every status is an answer. */
  request(request: AriRequest): Promise<Result<AriResponse>>
}

/** What a transport tells. */
export interface TransportListener {
  /** In Asterisk's order. */
  event(event: AriEvent): void
  /** Events that Asterisk kept for us come before the answer to our first request from now on. */
  connected(): void
  disconnected(reason: string): void
}
