import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { prepareSpeechTools } from '@/engine/asterisk'
import { spokenLanguages } from '@/engine/flow'
import { createSpeech, espeak, flite, type SpeechProvider, type SpeechService } from './index'
import { sweep } from './sweep'

describe('speech with the real programs', () => {
  let folder: string
  let speech: SpeechService
  let spoken = 0
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'pb-speech-'))
    const tools = await prepareSpeechTools()
    if (!tools.ok) throw new Error(tools.error.message)
    const counted = (provider: SpeechProvider): SpeechProvider => ({
      ...provider,
      synthesize: (...args) => {
        spoken += 1
        return provider.synthesize(...args)
      },
    })
    speech = createSpeech({
      folder,
      providers: [counted(flite(tools.value.flite)), counted(espeak(tools.value.espeak))],
      sox: tools.value.sox,
    })
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  const seconds = (uri: string) => statSync(`${uri.replace('sound:', '')}.sln`).size / 16_000

  function samplesOf(uri: string): Int16Array {
    const raw = readFileSync(`${uri.replace('sound:', '')}.sln`)
    return new Int16Array(raw.buffer.slice(raw.byteOffset, raw.byteOffset + raw.length))
  }

  /** Root mean square, dB below full scale. */
  function decibels(samples: Int16Array): number {
    const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length
    return 20 * Math.log10(Math.sqrt(power) / 32_768)
  }

  test.each([
    ['en', 'Welcome to Patchbay. Press 1 for sales.'],
    ['zh-CN', '欢迎致电，查询营业时间请按一。'],
    ['de', 'Guten Tag, bitte drücken Sie die Eins.'],
  ])('given %s, when a text is spoken, then both rates are there and last as long as speech does', async (language, text) => {
    const said = await speech.say({ text, language })
    if (!said.ok) throw new Error(said.error.message)
    expect(seconds(said.value)).toBeGreaterThan(1)
    expect(seconds(said.value)).toBeLessThan(8)
    const [narrow, wide] = ['sln', 'sln16'].map((ending) => statSync(`${said.value.replace('sound:', '')}.${ending}`).size)
    expect(Math.abs(2 * (narrow ?? 0) - (wide ?? 0))).toBeLessThan(2000)
  })

  test('given any language that a flow may speak, then there is a voice', async () => {
    const tools = await prepareSpeechTools()
    if (!tools.ok) throw new Error(tools.error.message)
    const voices = espeak(tools.value.espeak)
    for (const language of spokenLanguages) expect([language, await voices.voice('', language)]).toEqual([language, expect.any(String)])
  })

  test('given the same text twice at once and once again, then it is spoken once', async () => {
    const before = spoken
    const text = { text: 'Only once, please.', language: 'en' }
    const [first, second] = await Promise.all([speech.say(text), speech.say({ ...text, text: ' Only once,  please. ' })])
    expect(second).toEqual(first)
    expect(await speech.say(text)).toEqual(first)
    expect(spoken - before).toBe(1)
  })

  test.each(['', '   ', '… — !', '🙂🙂'])('given %j, then there is nothing to say', async (text) => {
    expect(await speech.say({ text, language: 'en' })).toMatchObject({ ok: false, error: { code: 'NOTHING_TO_SAY' } })
  })

  test('given a text that looks like options and commands, then it is only spoken', async () => {
    const said = await speech.say({ text: '-o /tmp/x; $(touch pwned) `id` --help', language: 'en' })
    expect(said.ok).toBe(true)
    expect((await speech.say({ text: '-w 请按 $(id) [[h@]]\0', language: 'zh-CN' })).ok).toBe(true)
  })

  test('given a language that nobody speaks, then the code says so', async () => {
    const said = await speech.say({ text: 'nuqneH', language: 'tlh' })
    expect(said).toMatchObject({ ok: false, error: { code: 'SPEECH_VOICE_MISSING', params: { language: 'tlh' } } })
  })

  test('given English with a Chinese name, then the name is spoken, too', async () => {
    const [without, withName] = [
      await speech.say({ text: 'Ask for .', language: 'en' }),
      await speech.say({ text: 'Ask for 王小明.', language: 'en' }),
    ]
    if (!without.ok || !withName.ok) throw new Error('not spoken')
    expect(seconds(withName.value)).toBeGreaterThan(seconds(without.value))
  })

  test('given two languages, then their voices are equally loud, and begin at once', async () => {
    const loud: number[] = []
    for (const [language, text] of [
      ['en', 'Please press one for sales, or two for support.'],
      ['zh-CN', '销售请按一，技术支持请按二。'],
    ] as const) {
      const said = await speech.say({ text, language })
      if (!said.ok) throw new Error(said.error.message)
      const samples = samplesOf(said.value)
      loud.push(decibels(samples))
      expect(samples.findIndex((sample) => Math.abs(sample) > 200)).toBeLessThan(8 * 60)
    }
    expect(Math.abs((loud[0] ?? 0) - (loud[1] ?? 0))).toBeLessThan(2)
  })

  test('given a disk that refuses, then the code says so', async () => {
    const broken: SpeechProvider = { name: 'broken', voice: async () => 'x', synthesize: () => Promise.reject(new Error('ENOSPC')) }
    const other = createSpeech({ folder, providers: [broken], sox: { command: 'false', args: [], env: process.env } })
    expect(await other.say({ text: 'Hello.', language: 'en' })).toMatchObject({ ok: false, error: { code: 'SPEECH_FAILED' } })
  })

  test('given nobody waits any more, then that is said, not thrown', async () => {
    const left = AbortSignal.abort()
    expect(await speech.say({ text: 'Too late.', language: 'en' }, left)).toMatchObject({ ok: false, error: { code: 'SPEECH_FAILED' } })
  })

  test('given a preview, then it is a WAV file', async () => {
    const wav = await speech.sayAsWav({ text: 'Hello.', language: 'en' })
    expect(wav.ok && Buffer.from(wav.value.subarray(0, 12)).toString('latin1')).toMatch(/^RIFF....WAVE$/s)
  })

  test('given no voice, then the code says so', async () => {
    const mute = createSpeech({ folder, providers: [], sox: { command: 'false', args: [], env: process.env } })
    expect(await mute.say({ text: 'Hello.', language: 'en' })).toMatchObject({ ok: false, error: { code: 'SPEECH_VOICE_MISSING' } })
  })

  test('given a full cache and work left half done, when it is swept, then nothing is left over its limit', async () => {
    writeFileSync(join(folder, 'a.sln.part'), 'half')
    await sweep(folder, 0)
    expect(readdirSync(folder)).toEqual(['a.sln.part'])
    await sweep(folder, 0, Date.now() + 3_600_000)
    expect(readdirSync(folder)).toEqual([])
  })
})
