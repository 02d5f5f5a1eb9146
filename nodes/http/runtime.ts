import { fail, ok, type Result } from '@/engine/errors'
import { failed, type Json, type NodeResult } from '@/engine/flow'
import type { HttpRequest, NodeContext, NodeRun } from '@/engine/ports'
import type { Config } from './schema'
import { renderWithSecrets } from './secrets'
import { climbs, inAddress, inBody, inHeader, secretInAddress } from './written'

const FIRST_PAUSE_MS = 500
/** Most of an answer's text that the trace shows, characters. */
const SHOWN = 2000

/** What is kept of an answer, or of the lack of one. */
type Answer =
  | { readonly kind: 'answer'; readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string }
  | { readonly kind: 'problem'; readonly code: string; readonly message: string }

/** Sends the request, again after a pause where that may help, and keeps what the flow wants of the answer. */
export const run: NodeRun<Config> = async (config, context): Promise<NodeResult> => {
  const request = await prepare(config, context)
  if (!request.ok) return failed(request.error)
  for (let attempt = 1; ; attempt++) {
    const answer = await context.once(`answer-${attempt}`, () => ask(context, request.value))
    if (worthAnotherTry(answer) && attempt <= config.retries) {
      await context.sleep(`pause-${attempt}`, FIRST_PAUSE_MS * 2 ** (attempt - 1))
      continue
    }
    return finish(config, context, answer, attempt)
  }
}

async function prepare(config: Config, context: NodeContext): Promise<Result<HttpRequest>> {
  const url = await renderWithSecrets(context, config.url, { value: inAddress, secret: secretInAddress })
  if (!url.ok) return url
  if (config.url.includes('{{') && climbs(url.value.sent)) {
    return fail('HTTP_URL_INVALID', 'A value in the address would lead to another path.')
  }
  const headers: Record<string, string> = config.expectsJson ? { accept: 'application/json' } : {}
  const shownHeaders: Record<string, string> = {}
  for (const { name, value } of config.headers) {
    const rendered = await renderWithSecrets(context, value, { value: inHeader })
    if (!rendered.ok) return rendered
    headers[name.toLowerCase()] = rendered.value.sent
    shownHeaders[name] = rendered.value.shown
  }
  const sendsBody = config.method !== 'GET' && config.body !== ''
  if (sendsBody && config.expectsJson) headers['content-type'] ??= 'application/json'
  const body = sendsBody
    ? await renderWithSecrets(context, config.body, { value: inBody(headers['content-type'], config.body) })
    : undefined
  if (body && !body.ok) return body
  context.noteInput({
    method: config.method,
    url: url.value.shown,
    ...(config.headers.length > 0 ? { headers: shownHeaders } : {}),
    ...(body ? { body: body.value.shown.slice(0, SHOWN) } : {}),
  })
  return ok({
    method: config.method,
    url: url.value.sent,
    headers,
    ...(body ? { body: body.value.sent } : {}),
    timeoutMs: config.timeoutSeconds * 1000,
    idempotencyKey: context.visitId,
  })
}

async function ask(context: NodeContext, request: HttpRequest): Promise<Answer> {
  const answer = await context.http.request(request, context.signal)
  if (!answer.ok) return { kind: 'problem', code: answer.error.code, message: answer.error.message }
  const { status, headers, body } = answer.value
  return { kind: 'answer', status, headers, body }
}

/** The network, an overloaded or a failing server; never what is wrong with the request itself. */
function worthAnotherTry(answer: Answer): boolean {
  if (answer.kind === 'answer') return answer.status === 429 || answer.status >= 500
  return answer.code === 'HTTP_UNREACHABLE' || answer.code === 'HTTP_TIMEOUT'
}

function finish(config: Config, context: NodeContext, answer: Answer, tries: number): NodeResult {
  if (answer.kind === 'problem') {
    const error = { code: answer.code, message: answer.message }
    return { outcome: answer.code === 'HTTP_TIMEOUT' ? 'timeout' : 'error', error, output: { tries } }
  }
  // 204, and what else answers without a word.
  const json = answer.body.trim() === '' ? null : parse(answer.body)
  const output = { status: answer.status, tries, body: answer.body.slice(0, SHOWN) }
  if (answer.status >= 400) {
    const error = { code: 'HTTP_STATUS', message: `The server answered ${answer.status}.` }
    return { outcome: 'http-error', error, output }
  }
  if (config.expectsJson && json === undefined) {
    return { ...failed({ code: 'HTTP_NOT_JSON', message: 'The answer is not JSON.' }), output }
  }
  const response = { status: answer.status, headers: answer.headers, text: answer.body, json: json ?? null }
  const assign: Record<string, Json> = {}
  for (const { variable, value } of config.results) {
    const result = context.evaluate(value, { response })
    if (!result.ok) return { ...failed(result.error), output }
    assign[variable] = result.value
  }
  return { outcome: 'success', assign, output: { ...output, ...(config.results.length > 0 ? { assigned: assign } : {}) } }
}

/** `undefined` where it is no JSON. */
function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json // what JSON.parse returns is JSON
  } catch {
    return undefined
  }
}
