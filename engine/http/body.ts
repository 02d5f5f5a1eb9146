import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { fail, ok, type Result } from '@/engine/errors'

/** Most bytes of an answer, after decompression. */
export const MAX_BODY = 1024 * 1024

function decoded(body: Readable, encoding: string | undefined): Readable {
  const stream =
    encoding === 'gzip' || encoding === 'x-gzip'
      ? createGunzip()
      : encoding === 'br'
        ? createBrotliDecompress()
        : encoding === 'deflate'
          ? createInflate()
          : undefined
  if (!stream) return body
  body.on('error', (error) => stream.destroy(error))
  return body.pipe(stream)
}

/** `text/html; charset=GBK` → its decoder; UTF-8 where none is named, or one that nobody knows. */
function decoderFor(contentType: string | undefined): TextDecoder {
  const charset = /charset\s*=\s*"?([\w.:-]+)/i.exec(contentType ?? '')?.[1]
  try {
    return new TextDecoder(charset)
  } catch {
    return new TextDecoder()
  }
}

/**
 * Reads an answer as text in its own character set; stops at `MAX_BODY` (`HTTP_TOO_LARGE`), whatever the headers promise.
 * Rejects when the stream breaks.
 */
export async function readBody(body: Readable, encoding: string | undefined, contentType: string | undefined): Promise<Result<string>> {
  const chunks: Buffer[] = []
  let size = 0
  const stream = decoded(body, encoding?.toLowerCase())
  for await (const chunk of stream) {
    size += chunk.length
    if (size > MAX_BODY) {
      body.destroy()
      return fail('HTTP_TOO_LARGE', `The answer is larger than ${MAX_BODY / 1024 / 1024} MB.`, { megabytes: MAX_BODY / 1024 / 1024 })
    }
    chunks.push(chunk)
  }
  return ok(decoderFor(contentType).decode(Buffer.concat(chunks)))
}
