import { createReadStream } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import { isAbsolute, join, relative } from 'node:path'
import { Readable } from 'node:stream'
import { fail, ok, type Result } from '@/engine/errors'
import { parseRange } from './range'

export interface FileToSend {
  /** The file must really lie in here, links followed. */
  readonly folder: string
  /** Relative to `folder`, or absolute. */
  readonly path: string
  readonly type: string
  /** What a browser would save it as. */
  readonly name: string
}

/** Sends a file or the part of it that was asked for; `NOT_FOUND` also for one outside its folder. */
export async function sendFile(request: Request, { folder, path, type, name }: FileToSend): Promise<Result<Response>> {
  const file = await confined(folder, path)
  if (!file) return fail('NOT_FOUND', 'The sound file is no longer there.')
  const { size, mtimeMs } = await stat(file)
  const etag = `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`
  const headers = new Headers({
    'content-type': type,
    'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(name)}`,
    'accept-ranges': 'bytes',
    'cache-control': 'private, no-cache',
    etag,
  })
  if (request.headers.get('if-none-match') === etag) return ok(new Response(null, { status: 304, headers }))
  const ifRange = request.headers.get('if-range')
  const range = ifRange !== null && ifRange !== etag ? 'whole' : parseRange(request.headers.get('range'), size)
  if (range === 'unsatisfiable') {
    headers.set('content-range', `bytes */${size}`)
    return ok(new Response(null, { status: 416, headers }))
  }
  const { start, end } = range === 'whole' ? { start: 0, end: size - 1 } : range
  headers.set('content-length', String(end - start + 1))
  if (range !== 'whole') headers.set('content-range', `bytes ${start}-${end}/${size}`)
  const body = request.method === 'HEAD' || size === 0 ? null : streamOf(file, start, end)
  return ok(new Response(body, { status: range === 'whole' ? 200 : 206, headers }))
}

function streamOf(file: string, start: number, end: number): ReadableStream<Uint8Array> {
  // Node's web stream is the standard one; its type is declared twice. Cancelling it (the browser left) closes the file.
  return Readable.toWeb(createReadStream(file, { start, end })) as unknown as ReadableStream<Uint8Array>
}

/** The real path, if there is such a file and it lies in the folder. */
async function confined(folder: string, path: string): Promise<string | undefined> {
  try {
    const [root, file] = await Promise.all([realpath(folder), realpath(isAbsolute(path) ? path : join(folder, path))])
    const inside = relative(root, file)
    if (inside === '' || inside.startsWith('..') || isAbsolute(inside)) return undefined
    return (await stat(file)).isFile() ? file : undefined
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG' || code === 'ERR_INVALID_ARG_VALUE') return undefined
    throw error
  }
}
