import { type IncomingMessage, request } from 'node:http'
import { fail, ok, type Problem, type Result } from '@/engine/errors'

/** One request over the engine's socket. Answers of 10 MB at most; `ENGINE_DOWN` when nobody answers within `timeoutMs`. */
export async function askEngine(
  socketPath: string,
  {
    method,
    path,
    body,
    timeoutMs = 10_000,
  }: { readonly method: 'GET' | 'POST'; readonly path: string; readonly body?: unknown; readonly timeoutMs?: number },
): Promise<Result<Buffer<ArrayBuffer>>> {
  try {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const outgoing = request(
        { socketPath, method, path, timeout: timeoutMs, headers: { host: 'engine', 'content-type': 'application/json' } },
        resolve,
      )
      outgoing.on('timeout', () => outgoing.destroy(new Error('timed out')))
      outgoing.on('error', reject)
      outgoing.end(body === undefined ? undefined : JSON.stringify(body))
    })
    const answer = await readAll(response)
    const status = response.statusCode ?? 500
    return status < 400 ? ok(answer) : problemIn(answer, status)
  } catch (error) {
    return engineDown(error)
  }
}

export function engineDown(error: unknown): Result<never> {
  const reason = error instanceof Error ? error.message : String(error)
  return fail('ENGINE_DOWN', `The engine does not answer (${reason}). It is started again by itself; try again in a moment.`, { reason })
}

const MAX_ANSWER = 10 * 1024 * 1024

async function readAll(response: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of response) {
    const bytes = Buffer.from(chunk)
    size += bytes.byteLength
    if (size > MAX_ANSWER) throw new Error('the answer is too large')
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

function problemIn(answer: Buffer, status: number): Result<never> {
  try {
    const parsed: unknown = JSON.parse(answer.toString('utf8'))
    if (typeof parsed === 'object' && parsed !== null && 'code' in parsed && 'message' in parsed) {
      return { ok: false, error: parsed as Problem } // the protocol: errors are a `Problem` as JSON
    }
  } catch {
    // Not the protocol's answer: told below by its status.
  }
  return engineDown(new Error(`status ${status}`))
}
