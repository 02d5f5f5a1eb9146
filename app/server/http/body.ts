import { fail, ok, type Result } from '@/engine/errors'

/** Reads a request's body up to `limit` bytes; `INPUT_TOO_LARGE` beyond, without reading the rest. */
export async function readBody(request: Request, limit: number): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const tooLarge = () =>
    fail('INPUT_TOO_LARGE', `The request is larger than ${Math.round(limit / 1024)} KB.`, { limitKb: Math.round(limit / 1024) })
  if (Number(request.headers.get('content-length') ?? 0) > limit) return tooLarge()
  if (!request.body) return ok(new Uint8Array())
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    if (size > limit) {
      await reader.cancel()
      return tooLarge()
    }
    chunks.push(value)
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.byteLength
  }
  return ok(whole)
}
