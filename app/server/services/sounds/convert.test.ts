import { expect, test } from 'vitest'
import { type Converter, toWav } from './convert'

const mp3 = Uint8Array.from([...'ID3'].map((letter) => letter.charCodeAt(0)).concat(Array.from({ length: 200 }, () => 7)))
const script = (source: string): Converter => ({ command: process.execPath, args: ['-e', source] })
const echo = script('process.stdin.pipe(process.stdout)')
const missing: Converter = { command: 'patchbay-no-such-converter', args: [] }

test('given a WAV file, then no converter is asked', async () => {
  const wav = new TextEncoder().encode('RIFF....WAVEfmt ')
  expect(
    await toWav(wav, () => {
      throw new Error('asked')
    }),
  ).toEqual({ ok: true, value: wav })
})

test('given an mp3, then the first converter that this machine has makes it a WAV file', async () => {
  const asked: string[] = []
  const wav = await toWav(mp3, (format) => {
    asked.push(format)
    return [missing, script('process.exit(1)'), echo]
  })
  expect(asked).toEqual(['mp3'])
  expect(wav.ok && [...wav.value]).toEqual([...mp3])
})

test('given no converter, then the error says what is needed', async () => {
  expect(await toWav(mp3, () => [missing])).toMatchObject({
    ok: false,
    error: { code: 'SOUND_UNREADABLE', message: expect.stringContaining('ffmpeg or sox'), params: { reason: 'mp3' } },
  })
})

test('given a converter that writes without end, then it is stopped', async () => {
  const endless = script('const b = Buffer.alloc(1 << 20); const more = () => process.stdout.write(b, more); more()')
  expect(await toWav(mp3, () => [endless])).toMatchObject({ ok: false, error: { code: 'SOUND_UNREADABLE' } })
})
