import { ok, type Result } from '@/engine/errors'
import type { AriRequest, AriResponse } from '../transport/transport'

type Answer = { readonly status: number; readonly body?: unknown }

/** Answers ARI requests by rules (`'GET /channels/1'`), 404 to reads and 204 to everything else; remembers all. */
export class AsteriskDouble {
  readonly asked: string[] = []
  readonly bodies: AriRequest['body'][] = []

  constructor(private readonly rules: Readonly<Record<string, Answer | Result<AriResponse>>> = {}) {}

  async request({ method, path, body }: AriRequest): Promise<Result<AriResponse>> {
    const what = `${method} /${path.join('/')}`
    this.asked.push(what)
    this.bodies.push(body)
    const rule = this.rules[what]
    if (rule && 'ok' in rule) return rule
    return ok({ status: rule?.status ?? (method === 'GET' ? 404 : 204), body: rule?.body })
  }
}
