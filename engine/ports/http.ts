import type { Result } from '@/engine/errors'

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  readonly timeoutMs: number
  /** Sent as `Idempotency-Key`. */
  readonly idempotencyKey: string
}

export interface HttpResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Outgoing HTTP behind the SSRF guard: bounded in time and size (1 MB), private addresses refused unless allowed. */
export interface Http {
  request(request: HttpRequest, signal: AbortSignal): Promise<Result<HttpResponse>>
}

/** Secrets by name, decrypted only here. */
export interface Secrets {
  reveal(name: string): Promise<Result<string>>
}
