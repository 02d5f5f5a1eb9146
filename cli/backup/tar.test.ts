import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTar, TarError, writeTar } from './tar'

const collect = async (bytes: AsyncIterable<Uint8Array>) => {
  const chunks: Uint8Array[] = []
  for await (const chunk of bytes) chunks.push(chunk)
  return new Uint8Array(Buffer.concat(chunks))
}

async function* inPieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.byteLength; at += size) yield bytes.subarray(at, at + size)
}

async function read(bytes: Uint8Array, size = 700): Promise<[string, Uint8Array][]> {
  const files: [string, Uint8Array][] = []
  for await (const { name, content } of readTar(inPieces(bytes, size))) files.push([name, await collect(content)])
  return files
}

const write = (files: readonly (readonly [string, Uint8Array])[]) =>
  collect(writeTar(files.map(([name, content]) => ({ name, size: content.byteLength, modified: 1_700_000_000, content: [content] }))))

const part = fc.string({ unit: fc.constantFrom(...'abcxyz0189-_.é中'), minLength: 1, maxLength: 24 })
const files = fc.array(
  fc.tuple(
    fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/')),
    fc.uint8Array({ maxLength: 1500 }),
  ),
  { maxLength: 5 },
)

describe('archives', () => {
  it('give back what was put in, in whatever pieces they are read', async () => {
    await fc.assert(
      fc.asyncProperty(files, fc.integer({ min: 1, max: 2000 }), async (given, size) => {
        expect(await read(await write(given), size)).toEqual(given)
      }),
    )
  })

  it('skip a file that nobody reads', async () => {
    const bytes = await write([
      ['a', new Uint8Array(1300)],
      ['b', Uint8Array.of(1)],
    ])
    const seen: string[] = []
    for await (const { name } of readTar(inPieces(bytes, 100))) seen.push(name)
    expect(seen).toEqual(['a', 'b'])
  })

  it('keep a file’s size when it shrinks or grows while it is read', async () => {
    const bytes = await collect(
      writeTar([
        { name: 'shrunk', size: 4, modified: 0, content: [Uint8Array.of(1, 2)] },
        { name: 'grown', size: 2, modified: 0, content: [Uint8Array.of(1), Uint8Array.of(2, 3, 4)] },
      ]),
    )
    expect(await read(bytes)).toEqual([
      ['shrunk', Uint8Array.of(1, 2, 0, 0)],
      ['grown', Uint8Array.of(1, 2)],
    ])
  })

  it('refuse anything else instead of reading on', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 2000 }), async (bytes) => {
        if (bytes.byteLength >= 512 && bytes.subarray(0, 512).every((byte) => byte === 0)) return
        await expect(read(bytes)).rejects.toBeInstanceOf(TarError)
      }),
    )
    const bytes = await write([['a', new Uint8Array(600)]])
    for (const length of [10, 512, 700, 1100]) await expect(read(bytes.subarray(0, length))).rejects.toBeInstanceOf(TarError)
  })

  it('refuse a name that the format cannot hold', async () => {
    await expect(write([['x'.repeat(101), new Uint8Array()]])).rejects.toBeInstanceOf(TarError)
    await expect(write([[`${'x'.repeat(156)}/y`, new Uint8Array()]])).rejects.toBeInstanceOf(TarError)
    const long = `${'d'.repeat(150)}/${'f'.repeat(100)}`
    expect(await read(await write([[long, new Uint8Array()]]))).toEqual([[long, new Uint8Array()]])
  })
})
