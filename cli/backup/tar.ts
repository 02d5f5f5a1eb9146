/** A file of an archive: its name inside, and where its bytes come from. */
export interface TarEntry {
  readonly name: string
  readonly size: number
  /** Unix time in seconds. */
  readonly modified: number
  /** At most `size` bytes; what is missing is filled with zeros. */
  readonly content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
}

/** A file as it is read from an archive; read its content before asking for the next one. */
export interface TarFile {
  readonly name: string
  readonly size: number
  readonly content: AsyncIterable<Uint8Array>
}

const BLOCK = 512
const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** Thrown for bytes that are no archive of ours. */
export class TarError extends Error {}

/** The archive's bytes (POSIX ustar: `tar tf` lists it). Throws for a name that the format cannot hold (255 bytes at most). */
export async function* writeTar(entries: AsyncIterable<TarEntry> | Iterable<TarEntry>): AsyncIterable<Uint8Array> {
  for await (const { name, size, modified, content } of entries) {
    yield header(name, size, modified)
    let written = 0
    for await (const chunk of content) {
      const part = chunk.subarray(0, size - written)
      written += part.byteLength
      if (part.byteLength > 0) yield part
      if (written === size) break
    }
    if (written < size) yield new Uint8Array(size - written)
    const rest = size % BLOCK
    if (rest > 0) yield new Uint8Array(BLOCK - rest)
  }
  yield new Uint8Array(2 * BLOCK)
}

function header(name: string, size: number, modified: number): Uint8Array {
  const block = new Uint8Array(BLOCK)
  const put = (at: number, length: number, text: string) => block.set(encoder.encode(text).subarray(0, length), at)
  const octal = (at: number, length: number, value: number) => put(at, length, `${value.toString(8).padStart(length - 1, '0')}\0`)
  const [prefix, rest] = split(name)
  put(0, 100, rest)
  octal(100, 8, 0o600)
  octal(108, 8, 0)
  octal(116, 8, 0)
  octal(124, 12, size)
  octal(136, 12, Math.floor(modified))
  put(156, 1, '0')
  put(257, 8, 'ustar\u000000')
  put(345, 155, prefix)
  put(148, 8, '        ')
  octal(148, 7, checksum(block))
  return block
}

function split(name: string): [prefix: string, rest: string] {
  const bytes = (text: string) => encoder.encode(text).byteLength
  if (bytes(name) <= 100) return ['', name]
  for (let at = name.indexOf('/'); at !== -1; at = name.indexOf('/', at + 1)) {
    const [prefix, rest] = [name.slice(0, at), name.slice(at + 1)]
    if (bytes(prefix) <= 155 && bytes(rest) <= 100 && rest) return [prefix, rest]
  }
  throw new TarError(`The name "${name}" is too long for an archive.`)
}

function checksum(block: Uint8Array): number {
  return block.reduce((sum, byte, index) => sum + (index >= 148 && index < 156 ? 32 : byte), 0)
}

/** The files of an archive, in order. Throws `TarError` where the bytes are none, or end early. */
export async function* readTar(bytes: AsyncIterable<Uint8Array>): AsyncIterable<TarFile> {
  const source = new Source(bytes)
  for (;;) {
    const block = await source.take(BLOCK)
    if (block.every((byte) => byte === 0)) return
    const field = (at: number, length: number) => decoder.decode(block.subarray(at, at + length)).split('\0')[0] ?? ''
    const number = (at: number, length: number) => Number.parseInt(field(at, length).trim() || '0', 8)
    const size = number(124, 12)
    if (number(148, 8) !== checksum(block) || !Number.isSafeInteger(size) || size < 0) throw new TarError('The archive is damaged.')
    const prefix = field(345, 155)
    let left = size
    const content = (async function* () {
      while (left > 0) {
        const chunk = await source.some(left)
        left -= chunk.byteLength
        yield chunk
      }
    })()
    yield { name: prefix ? `${prefix}/${field(0, 100)}` : field(0, 100), size, content }
    while (left > 0) left -= (await source.some(left)).byteLength
    await source.take((BLOCK - (size % BLOCK)) % BLOCK)
  }
}

/** Bytes in the portions that are asked for. */
class Source {
  readonly #chunks: AsyncIterator<Uint8Array>
  #held: Uint8Array = new Uint8Array()

  constructor(bytes: AsyncIterable<Uint8Array>) {
    this.#chunks = bytes[Symbol.asyncIterator]()
  }

  /** Between one and `most` bytes. */
  async some(most: number): Promise<Uint8Array> {
    while (this.#held.byteLength === 0) {
      const next = await this.#chunks.next()
      if (next.done) throw new TarError('The archive ends early.')
      this.#held = next.value
    }
    const part = this.#held.subarray(0, most)
    this.#held = this.#held.subarray(part.byteLength)
    return part
  }

  /** Exactly `count` bytes. */
  async take(count: number): Promise<Uint8Array> {
    const whole = new Uint8Array(count)
    for (let at = 0; at < count; ) {
      const part = await this.some(count - at)
      whole.set(part, at)
      at += part.byteLength
    }
    return whole
  }
}
