import { spawn } from 'node:child_process'
import { fail, ok, type Result } from '@/engine/errors'

/** Reads the sound on its standard input, writes it as WAV on its standard output. */
export interface Converter {
  readonly command: string
  readonly args: readonly string[]
}

/** 11 minutes of 16 bits at 48 kHz: more than a sound may have. */
const MAX_WAV = 64 * 1024 * 1024
const TIMEOUT_MS = 60_000

/** What a machine may have, by what reads the most. Both mix to one channel and stop where a sound would be too long anyway. */
const convertersOf = (format: string): readonly Converter[] => [
  {
    command: 'ffmpeg',
    args: ['-v', 'error', '-i', 'pipe:0', '-vn', '-ac', '1', '-t', '610', '-c:a', 'pcm_s16le', '-f', 'wav', 'pipe:1'],
  },
  { command: 'sox', args: ['-V1', '-t', format, '-', '-t', 'wav', '-b', '16', '-c', '1', '-', 'trim', '0', '610'] },
]

/** A sound of another format as WAV, by a converter of this machine; a WAV file, and what is no sound, as it is. `SOUND_UNREADABLE` when no converter can. */
export async function toWav(bytes: Uint8Array, converters = convertersOf): Promise<Result<Uint8Array>> {
  const format = formatOf(bytes)
  if (!format) return ok(bytes)
  for (const converter of converters(format)) {
    const wav = await run(converter, bytes)
    if (wav && wav.byteLength > 44) return ok(wav)
  }
  return fail(
    'SOUND_UNREADABLE',
    `This is a sound of the format ${format}. To take it, Patchbay needs ffmpeg or sox on its machine; or save it as a WAV file.`,
    { reason: format },
  )
}

/** By what the file begins with; its name may say anything. */
function formatOf(bytes: Uint8Array): 'mp3' | 'ogg' | 'flac' | 'm4a' | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 12))
  if (head.startsWith('OggS')) return 'ogg'
  if (head.startsWith('fLaC')) return 'flac'
  if (head.slice(4, 8) === 'ftyp') return 'm4a'
  const sync = bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0
  return head.startsWith('ID3') || sync ? 'mp3' : undefined
}

/** What it wrote; undefined when it is not there, fails, takes too long or writes without end. */
function run({ command, args }: Converter, bytes: Uint8Array): Promise<Uint8Array | undefined> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'ignore'], timeout: TIMEOUT_MS, killSignal: 'SIGKILL' })
    const chunks: Buffer[] = []
    let size = 0
    child.once('error', () => resolve(undefined))
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.byteLength
      if (size > MAX_WAV) child.kill('SIGKILL')
      else chunks.push(chunk)
    })
    child.once('close', (code) => resolve(code === 0 ? Buffer.concat(chunks) : undefined))
    // It may end before it has read everything.
    child.stdin.on('error', () => undefined)
    child.stdin.end(bytes)
  })
}
