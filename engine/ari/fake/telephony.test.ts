import { describe, expect, it } from 'vitest'
import type { Call } from '@/engine/ports'
import { Recorder } from '../testing/recorder'
import { type FakeOptions, FakeTelephony, VirtualClock } from '.'

async function callOn(options: Partial<FakeOptions> = {}) {
  const clock = new VirtualClock()
  const telephony = new FakeTelephony({ clock, ...options })
  const calls: Call[] = []
  telephony.onIncoming((call) => calls.push(call))
  await telephony.start()
  const caller = telephony.incoming({ to: '7000' })
  const [call] = calls
  if (!call) throw new Error('no call came in')
  return { clock, telephony, caller, call, heard: new Recorder(call) }
}

describe('the fake telephone world', () => {
  it('given a list of sounds, then the caller hears each for its time', async () => {
    const { clock, caller, call } = await callOn({ durationOf: (media) => (media === 'sound:a' ? 300 : 700) })
    const start = clock.now()
    await call.play('p', ['sound:a', 'sound:b'])
    await clock.advance(500)
    expect(caller.hearing?.media).toBe('sound:b')
    await clock.advance(500)
    expect(caller.heard.map(({ media, from, to, result }) => [media, from - start, (to ?? 0) - start, result])).toEqual([
      ['sound:a', 0, 300, 'done'],
      ['sound:b', 300, 1000, 'done'],
    ])
  })

  it('given a caller who falls silent, then the recording ends after that silence', async () => {
    const { clock, caller, call, heard } = await callOn()
    caller.speaksFor(2000)
    await call.record('r', { maxSeconds: 60, silenceSeconds: 3, beep: false, terminator: 'none' })
    await clock.advance(10_000)
    expect(heard.all('recording-ended')).toMatchObject([{ result: 'done', durationMs: 5000 }])
    expect(caller.recordings).toEqual([{ recordingId: 'r', durationMs: 5000 }])
  })

  it('given a disk that takes nothing, then the recording has failed, and the call goes on', async () => {
    const { clock, caller, call, heard } = await callOn({ recordingsDir: '/nowhere/at/all' })
    await call.record('r', { maxSeconds: 2, silenceSeconds: 0, beep: false, terminator: 'none' })
    await clock.advance(2000)
    expect(heard.all('recording-ended')).toMatchObject([{ result: 'failed', durationMs: 0 }])
    expect([caller.recording, caller.gone]).toEqual([false, false])
  })

  it('given a script of the party, then the leg follows it', async () => {
    const { clock, call, heard } = await callOn({
      answerDial: (target) => (target.kind === 'number' ? { does: 'answer', ringMs: 2000, talkMs: 5000 } : { does: 'busy' }),
    })
    await call.dial('a', { kind: 'number', number: '1' }, { ringSeconds: 20 })
    await clock.advance(10_000)
    await call.dial('b', { kind: 'extension', number: '2' }, { ringSeconds: 20 })
    await clock.advance(10_000)
    const states = (legId: string) => heard.all('leg').flatMap((event) => (event.legId === legId ? [event.state] : []))
    expect(states('a')).toEqual(['ringing', 'answered', 'ended'])
    expect(states('b')).toEqual(['ringing', 'busy'])
  })

  it('given two playbacks, then the second waits for the first, as on a real channel', async () => {
    const { clock, caller, call } = await callOn()
    await call.play('p', ['sound:a'])
    await call.play('q', ['sound:b'])
    expect(caller.heard.map(({ media }) => media)).toEqual(['sound:a'])
    await call.stopPlayback('p')
    expect(caller.hearing?.media).toBe('sound:b')
    await clock.advance(1000)
    expect(caller.hearing).toBeUndefined()
  })
})
