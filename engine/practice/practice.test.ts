import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { VirtualClock } from '@/engine/ari/fake'
import type { PracticeCall } from '@/engine/control/protocol'
import { fail, ok, type Result } from '@/engine/errors'
import type { Call, CallEvent, Utterance } from '@/engine/ports'
import { PracticeCalls, practiceSounds, practiceSpeech } from '.'

/** A WAV of so many ms at 16 kHz, as far as anyone looks. */
function wav(ms: number): Uint8Array {
  const file = new Uint8Array(44 + ms * 32)
  new DataView(file.buffer).setUint32(24, 16_000, true)
  return file
}

const voices = (answer: Result<Uint8Array>) => ({ sayAsWav: async (_: Utterance) => answer })
const said = async (answer: Result<Uint8Array>, text = 'Hello') => {
  const media = await practiceSpeech(voices(answer)).say({ text, language: 'en' })
  return media.ok ? media.value : media.error.code
}

describe('practice calls', () => {
  let clock: VirtualClock
  let folder: string
  let practice: PracticeCalls
  let calls: Call[]
  let events: CallEvent[]

  beforeEach(async () => {
    clock = new VirtualClock()
    folder = mkdtempSync(join(tmpdir(), 'pb-practice-'))
    practice = new PracticeCalls(clock, folder)
    calls = []
    events = []
    practice.telephony.onIncoming((call) => {
      calls.push(call)
      call.on((event) => events.push(event))
    })
    await practice.telephony.start()
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const begin = (owner = 'ada'): PracticeCall => {
    const made = practice.call(owner, '7000', 'Ada')
    if (!made.ok) throw new Error(made.error.code)
    return made.value
  }
  const seen = (callId: string, owner = 'ada') => {
    const told = practice.state(owner, callId)
    return told.ok ? told.value : told.error.code
  }

  it('given a prompt of a voice, then its words are told for as long as the voice takes', async () => {
    const { callId } = begin()
    await calls[0]?.answer()
    await calls[0]?.play('p', [await said(ok(wav(700)))])
    expect(seen(callId)).toMatchObject({ answered: true, heard: [{ kind: 'speech', text: 'Hello', language: 'en', to: null }] })
    await clock.advance(699)
    expect(seen(callId)).toMatchObject({ heard: [{ to: null }] })
    await clock.advance(1)
    expect(seen(callId)).toMatchObject({ heard: [{ to: clock.now() }] })
  })

  it('given no voice on this machine, then words still play, longer ones for longer', async () => {
    const missing = fail('SPEECH_VOICE_MISSING', 'none')
    const { callId } = begin()
    await calls[0]?.play('p', [
      await said(missing, 'One.'),
      await said(missing, 'A much longer sentence than that.'),
      await said(missing, '您好'),
    ])
    await clock.advance(60_000)
    const told = seen(callId)
    const lasted = typeof told === 'string' ? [] : told.heard.map(({ from, to }) => (to ?? Number.NaN) - from)
    expect(lasted[1]).toBeGreaterThan(lasted[0] ?? Number.NaN)
    expect(lasted[2]).toBeGreaterThan(600)
  })

  it('given a text of which nothing can be spoken, or a sound that is missing, then the flow is told as on any call', async () => {
    expect(await said(fail('NOTHING_TO_SAY', 'nothing'))).toBe('NOTHING_TO_SAY')
    const sounds = practiceSounds({ find: async () => fail('SOUND_MISSING', 'none') })
    expect(await sounds.find('hello')).toMatchObject({ ok: false, error: { code: 'SOUND_MISSING' } })
  })

  it('given keys and a hang-up, then the flow is told of them', () => {
    const { callId } = begin()
    practice.move('ada', callId, { does: 'press', keys: '2' })
    const over = practice.move('ada', callId, { does: 'hangup' })
    expect(events).toMatchObject([{ type: 'digit', digit: '2' }, { type: 'gone' }])
    expect(over).toMatchObject({ ok: true, value: { over: true } })
  })

  it('given a transfer, then the person says whether it is answered', async () => {
    const { callId } = begin()
    await calls[0]?.dial('leg', { kind: 'number', number: '101' }, { ringSeconds: 20 })
    expect(seen(callId)).toMatchObject({ party: { called: '101', state: 'ringing' } })
    practice.move('ada', callId, { does: 'party', move: 'answer' })
    expect(seen(callId)).toMatchObject({ party: { state: 'answered' } })
    practice.move('ada', callId, { does: 'party', move: 'hangup' })
    expect(seen(callId)).toMatchObject({ party: null })
    await calls[0]?.dial('other', { kind: 'number', number: '102' }, { ringSeconds: 20 })
    practice.move('ada', callId, { does: 'party', move: 'busy' })
    expect(events.flatMap((event) => (event.type === 'leg' ? [event.state] : []))).toEqual([
      'ringing',
      'answered',
      'ended',
      'ringing',
      'busy',
    ])
  })

  it('given somebody else, then the call is not theirs to see or to act on', () => {
    const { callId } = begin()
    expect(seen(callId, 'eve')).toBe('CALL_GONE')
    expect(practice.move('eve', callId, { does: 'hangup' })).toMatchObject({ ok: false, error: { code: 'CALL_GONE' } })
    expect(seen(callId)).toMatchObject({ over: false })
  })

  it('given three calls of one person, then a fourth is refused, until one is over', () => {
    const [first] = [begin(), begin(), begin()]
    expect(practice.call('ada', '7000', 'Ada')).toMatchObject({ ok: false, error: { code: 'PRACTICE_BUSY' } })
    expect(practice.call('bob', '7000', 'Bob').ok).toBe(true)
    practice.move('ada', first?.callId ?? '', { does: 'hangup' })
    expect(practice.call('ada', '7000', 'Ada').ok).toBe(true)
  })

  it('given a page that was closed, then its call is hung up a while later, or by its person’s next calls', async () => {
    const { callId } = begin()
    await clock.advance(60_000)
    expect(seen(callId)).toMatchObject({ over: false })
    await clock.advance(89_999)
    expect(events).toEqual([])
    await clock.advance(1)
    expect(events).toMatchObject([{ type: 'gone' }])
    const [left] = [begin(), begin(), begin()]
    await clock.advance(3000)
    expect(practice.call('ada', '7000', 'Ada').ok).toBe(true)
    expect(seen(left?.callId ?? '')).toMatchObject({ over: true })
  })

  it('given a call that was over long ago, then it is forgotten with the next one', async () => {
    const { callId } = begin()
    practice.move('ada', callId, { does: 'hangup' })
    expect(seen(callId)).toMatchObject({ over: true })
    await clock.advance(3_600_000)
    begin('bob')
    expect(seen(callId)).toBe('CALL_GONE')
  })
})
