import { existsSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Call } from '@/engine/ports'
import { Recorder } from './recorder'
import type { Rig, RigCaller } from './rig'

const message = { maxSeconds: 20, silenceSeconds: 0, beep: false, terminator: '#' } as const
const extension = { kind: 'extension', number: '1001' } as const

/**
 * What every adapter of the telephony port does; the same tests run on the fake and on real Asterisk. Where the server
 * keeps no events for an engine that is away, the tests of these are left out.
 */
export function telephonyContract(
  name: string,
  open: () => Promise<{ rig: Rig; close: () => Promise<void> }>,
  { keepsEvents } = { keepsEvents: true },
): void {
  describe(`telephony: ${name}`, () => {
    let rig: Rig
    let close: () => Promise<void>
    let visit = 0
    const callers: RigCaller[] = []
    /** What can only be where events are kept. */
    const kept = (what: string, test: () => Promise<void>) => {
      if (keepsEvents) it(what, test)
    }
    const id = (key: string) => `s${visit}:1:${key}`

    beforeAll(async () => {
      const opened = await open()
      rig = opened.rig
      close = opened.close
    })
    afterAll(() => close())
    afterEach(async () => {
      for (const caller of callers.splice(0)) await caller.hangup()
    })

    async function dialIn(): Promise<RigCaller> {
      const caller = await rig.dialIn()
      callers.push(caller)
      return caller
    }

    /** A call that was answered. */
    async function begin(): Promise<{ caller: RigCaller; call: Call; heard: Recorder }> {
      visit++
      const caller = await dialIn()
      const { call } = await rig.until(rig.nextIncoming())
      const heard = new Recorder(call)
      expect(await rig.until(call.answer())).toEqual({ ok: true, value: undefined })
      await rig.until(caller.answered)
      return { caller, call, heard }
    }

    async function talk() {
      const begun = await begin()
      const legId = id('leg')
      await rig.until(begun.call.dial(legId, extension, { ringSeconds: 10 }))
      const party = await rig.until(rig.nextParty())
      await party.answer()
      await rig.until(begun.heard.next('leg', ({ state }) => state === 'answered'))
      return { ...begun, legId, party }
    }

    it('given someone calls, then the call comes in with its numbers, and is live', async () => {
      visit++
      const before = rig.now()
      const caller = await dialIn()
      const { call, incoming } = await rig.until(rig.nextIncoming())
      expect(incoming).toMatchObject({ callId: call.callId, to: '7000', from: { number: '4711' } })
      expect(incoming.at).toBeGreaterThan(before - 60_000)
      expect(await rig.until(rig.telephony.liveCalls())).toEqual({ ok: true, value: [call.callId] })
      const info = await rig.until(rig.telephony.callInfo(call.callId))
      expect(info).toMatchObject({ ok: true, value: { callId: call.callId, to: '7000', from: { number: '4711' } } })
      await caller.hangup()
      await rig.until(new Recorder(call).next('gone'))
      expect(await rig.until(rig.telephony.liveCalls())).toEqual({ ok: true, value: [] })
    })

    it('given a list of sounds, when played, then the caller hears them and one end is told', async () => {
      const { caller, call, heard } = await begin()
      expect(await rig.until(call.play(id('p'), [rig.sound, rig.sound]))).toMatchObject({ ok: true })
      await rig.until(caller.hears())
      expect(await rig.until(call.playbackAlive(id('p')))).toEqual({ ok: true, value: true })
      expect(await rig.until(heard.next('playback-ended'))).toMatchObject({ playbackId: id('p'), result: 'done' })
      expect(await rig.until(call.playbackAlive(id('p')))).toEqual({ ok: true, value: false })
      expect(heard.all('playback-ended')).toHaveLength(1)
      await caller.hangup()
    })

    it('given a sound plays, when it is stopped, then it ends as stopped and stopping again is fine', async () => {
      const { caller, call, heard } = await begin()
      await rig.until(call.play(id('p'), [rig.longSound]))
      await rig.until(caller.hears())
      expect(await rig.until(call.stopPlayback(id('p')))).toMatchObject({ ok: true })
      expect(await rig.until(heard.next('playback-ended'))).toMatchObject({ playbackId: id('p'), result: 'stopped' })
      expect(await rig.until(call.stopPlayback(id('p')))).toMatchObject({ ok: true })
      await caller.hangup()
    })

    it('given a sound plays, when the same playback is asked for again, then it plays once', async () => {
      const { caller, call, heard } = await begin()
      await rig.until(call.play(id('p'), [rig.sound]))
      expect(await rig.until(call.play(id('p'), [rig.sound]))).toMatchObject({ ok: true })
      await rig.until(heard.next('playback-ended'))
      await rig.until(call.play(id('q'), [rig.sound]))
      expect(await rig.until(heard.next('playback-ended'))).toMatchObject({ playbackId: id('q') })
      expect(heard.all('playback-ended')).toHaveLength(2)
      await caller.hangup()
    })

    it('given a sound that is not there, when played, then the playback fails', async () => {
      const { caller, call, heard } = await begin()
      await rig.until(call.play(id('p'), [rig.noSound]))
      expect(await rig.until(heard.next('playback-ended'))).toMatchObject({ result: 'failed' })
      expect(await rig.until(call.play(id('q'), []))).toMatchObject({ ok: false, error: { code: 'PLAYBACK_FAILED' } })
      await caller.hangup()
    })

    it('given keys are pressed, then they come in order', async () => {
      const { caller, heard } = await begin()
      await rig.until(caller.press('159*0#'))
      await rig.until(heard.next('digit', ({ digit }) => digit === '#'))
      expect(heard.digits).toBe('159*0#')
      const times = heard.all('digit').map(({ at }) => at)
      expect([...times].sort((a, b) => a - b)).toEqual(times)
      await caller.hangup()
    })

    it('given a message is recorded, when the terminator is pressed, then it is stored with its length', async () => {
      const { caller, call, heard } = await begin()
      expect(await rig.until(call.record(id('m'), message))).toMatchObject({ ok: true })
      expect(await rig.until(call.recordingState(id('m')))).toEqual({ ok: true, value: 'recording' })
      await rig.pass(1500)
      await rig.until(caller.press('#'))
      const ended = await rig.until(heard.next('recording-ended'))
      expect(ended).toMatchObject({ recordingId: id('m'), result: 'done' })
      expect(ended.durationMs).toBeGreaterThan(900)
      expect(ended.durationMs).toBeLessThan(2500)
      expect(await rig.until(call.recordingState(id('m')))).toEqual({ ok: true, value: 'stored' })
      expect(existsSync(rig.telephony.recordingFile(id('m')) ?? '')).toBe(true)
      expect(await rig.until(call.record(id('m'), message))).toMatchObject({ ok: true })
      expect(await rig.until(call.recordingState(id('m')))).toEqual({ ok: true, value: 'stored' })
      expect(await rig.until(call.deleteRecording(id('m')))).toMatchObject({ ok: true })
      expect(await rig.until(call.recordingState(id('m')))).toEqual({ ok: true, value: 'none' })
      expect(rig.telephony.recordingFile(id('m'))).toBeUndefined()
      expect(await rig.until(call.deleteRecording(id('m')))).toMatchObject({ ok: true })
      await caller.hangup()
    })

    it('given a message is recorded, when it is stopped, then it is stored; stopping again is fine', async () => {
      const { caller, call, heard } = await begin()
      expect(await rig.until(call.recordingState(id('m')))).toEqual({ ok: true, value: 'none' })
      await rig.until(call.record(id('m'), message))
      await rig.pass(500)
      expect(await rig.until(call.stopRecording(id('m')))).toMatchObject({ ok: true })
      expect(await rig.until(heard.next('recording-ended'))).toMatchObject({ result: 'done' })
      expect(await rig.until(call.stopRecording(id('m')))).toMatchObject({ ok: true })
      await caller.hangup()
    })

    it('given a message is recorded, when the caller hangs up, then it is stored before the call is gone', async () => {
      const { caller, call, heard } = await begin()
      await rig.until(call.record(id('m'), message))
      await rig.pass(1200)
      await caller.hangup()
      expect(await rig.until(heard.next('recording-ended'))).toMatchObject({ recordingId: id('m'), result: 'done' })
      await rig.until(heard.next('gone'))
      expect(existsSync(rig.telephony.recordingFile(id('m')) ?? '')).toBe(true)
    })

    it('given the caller has hung up, then it is told once, and acting on the call says CALL_GONE', async () => {
      const { caller, call, heard } = await begin()
      await caller.hangup()
      expect((await rig.until(heard.next('gone'))).cause).not.toBe('')
      const gone = { ok: false, error: { code: 'CALL_GONE' } }
      expect(await rig.until(call.answer())).toMatchObject(gone)
      expect(await rig.until(call.play(id('p'), [rig.sound]))).toMatchObject(gone)
      expect(await rig.until(call.record(id('m'), message))).toMatchObject(gone)
      expect(await rig.until(call.dial(id('leg'), extension, { ringSeconds: 5 }))).toMatchObject(gone)
      expect(await rig.until(call.startMusic())).toMatchObject(gone)
      expect(await rig.until(call.playbackAlive(id('p')))).toEqual({ ok: true, value: false })
      expect(await rig.until(call.recordingState(id('m')))).toEqual({ ok: true, value: 'none' })
      expect(await rig.until(call.legState(id('leg')))).toEqual({ ok: true, value: 'none' })
      for (const end of [call.hangup(), call.stopPlayback(id('p')), call.stopRecording(id('m')), call.endLeg(id('leg'))]) {
        expect(await rig.until(end)).toMatchObject({ ok: true })
      }
      expect(heard.all('gone')).toHaveLength(1)
    })

    it('given a call, when we hang up, then the caller is disconnected', async () => {
      const { caller, call, heard } = await begin()
      expect(await rig.until(call.hangup())).toMatchObject({ ok: true })
      await rig.until(caller.ended)
      await rig.until(heard.next('gone'))
    })

    it('given music on hold, then the caller hears it until it stops', async () => {
      const { caller, call, heard } = await begin()
      expect(await rig.until(call.startMusic())).toMatchObject({ ok: true })
      await rig.until(caller.hears())
      expect(await rig.until(call.stopMusic())).toMatchObject({ ok: true })
      await rig.until(call.play(id('p'), [rig.sound]))
      expect(await rig.until(heard.next('playback-ended'))).toMatchObject({ result: 'done' })
      await caller.hangup()
    })

    it('given a transfer, when the party answers and later hangs up, then the caller is back with us', async () => {
      const { caller, call, heard, legId, party } = await talk()
      expect(heard.all('leg').map(({ state }) => state)).toEqual(['ringing', 'answered'])
      expect(await rig.until(call.legState(legId))).toEqual({ ok: true, value: 'answered' })
      await party.hangup()
      expect(await rig.until(heard.next('leg'))).toMatchObject({ legId, state: 'ended' })
      expect(await rig.until(call.legState(legId))).toEqual({ ok: true, value: 'none' })
      await rig.until(call.play(id('p'), [rig.sound]))
      expect(await rig.until(heard.next('playback-ended'))).toMatchObject({ result: 'done' })
      await caller.hangup()
    })

    it('given a transfer, when the party is busy, then the leg says so', async () => {
      const { caller, call, heard } = await begin()
      await rig.until(call.dial(id('leg'), extension, { ringSeconds: 10 }))
      const party = await rig.until(rig.nextParty())
      await party.busy()
      expect(await rig.until(heard.next('leg', ({ state }) => state !== 'ringing'))).toMatchObject({ state: 'busy' })
      await caller.hangup()
    })

    it('given a transfer, when nobody answers in time, then the leg says so', async () => {
      const { caller, call, heard } = await begin()
      await rig.until(call.dial(id('leg'), extension, { ringSeconds: 1 }))
      const party = await rig.until(rig.nextParty())
      expect(await rig.until(heard.next('leg', ({ state }) => state !== 'ringing'))).toMatchObject({ state: 'no-answer' })
      await rig.until(party.ended)
      await caller.hangup()
    })

    it('given a transfer, when we end it, then the party is disconnected and the caller is not', async () => {
      const { caller, call, heard, legId, party } = await talk()
      expect(await rig.until(call.endLeg(legId))).toMatchObject({ ok: true })
      await rig.until(party.ended)
      expect(await rig.until(heard.next('leg'))).toMatchObject({ legId, state: 'ended' })
      expect(heard.all('gone')).toEqual([])
      await caller.hangup()
    })

    it('given a transfer, when the caller hangs up, then the party is disconnected', async () => {
      const { caller, heard, party } = await talk()
      await caller.hangup()
      await rig.until(party.ended)
      await rig.until(heard.next('gone'))
    })

    it('given a transfer that still rings, when the caller hangs up, then it stops ringing', async () => {
      const { caller, call, heard } = await begin()
      await rig.until(call.dial(id('leg'), extension, { ringSeconds: 30 }))
      const party = await rig.until(rig.nextParty())
      await caller.hangup()
      await rig.until(party.ended)
      await rig.until(heard.next('gone'))
    })

    it('given the connection is lost, then we are told, acting says so, and what happened meanwhile comes when it is back', async () => {
      const { caller, call, heard } = await begin()
      await rig.until(call.play(id('p'), [rig.longSound]))
      await rig.until(caller.hears())
      await rig.until(rig.loseConnection())
      expect(rig.states.at(-1)).toBe('down')
      expect(rig.telephony.info().state).toBe('down')
      expect(await rig.until(call.stopPlayback(id('p')))).toMatchObject({ ok: false, error: { code: 'TELEPHONY_DOWN' } })
      expect(await rig.until(rig.telephony.liveCalls())).toMatchObject({ ok: false, error: { code: 'TELEPHONY_DOWN' } })
      if (keepsEvents) await rig.until(caller.press('42'))
      const second = await dialIn()
      await rig.until(rig.regainConnection())
      expect(rig.states.at(-1)).toBe('up')
      if (keepsEvents) expect(heard.digits).toBe('42')
      const { call: other } = await rig.until(rig.nextIncoming())
      expect(other.callId).not.toBe(call.callId)
      expect(await rig.until(call.stopPlayback(id('p')))).toMatchObject({ ok: true })
      expect(await rig.until(heard.next('playback-ended'))).toMatchObject({ result: 'stopped' })
      await second.hangup()
      await caller.hangup()
      await rig.until(heard.next('gone'))
    })

    it('given the engine is killed, when another starts, then it takes over calls, and what happened meanwhile', async () => {
      const { caller, call } = await begin()
      await rig.until(call.play(id('p'), [rig.longSound]))
      await rig.until(caller.hears())
      await rig.until(rig.killEngine())
      if (keepsEvents) await rig.until(caller.press('7'))
      await rig.until(rig.startEngine())
      expect(await rig.until(rig.telephony.liveCalls())).toEqual({ ok: true, value: [call.callId] })
      const adopted = rig.telephony.adopt(call.callId)
      const heard = new Recorder(adopted)
      if (keepsEvents) expect(await rig.until(heard.next('digit'))).toMatchObject({ digit: '7' })
      expect(await rig.until(adopted.playbackAlive(id('p')))).toEqual({ ok: true, value: true })
      await rig.until(adopted.play(id('p'), [rig.longSound]))
      await rig.until(adopted.stopPlayback(id('p')))
      await rig.until(heard.next('playback-ended'))
      expect(await rig.until(adopted.playbackAlive(id('p')))).toEqual({ ok: true, value: false })
      await caller.hangup()
      await rig.until(heard.next('gone'))
    })

    it('given a call that is of no use to anyone any more, when the next engine hangs it up, then its caller is let go', async () => {
      const { caller, call } = await begin()
      await rig.until(rig.killEngine())
      await rig.until(rig.startEngine())
      expect(await rig.until(rig.telephony.liveCalls())).toEqual({ ok: true, value: [call.callId] })
      const orphan = rig.telephony.adopt(call.callId)
      const heard = new Recorder(orphan)
      expect(await rig.until(orphan.hangup())).toMatchObject({ ok: true })
      await rig.until(caller.ended)
      await rig.until(heard.next('gone'))
      expect(await rig.until(rig.telephony.liveCalls())).toEqual({ ok: true, value: [] })
    })

    it('given the caller hangs up while no engine runs, then the next one finds the message and the call gone', async () => {
      const { caller, call } = await begin()
      await rig.until(call.record(id('m'), message))
      await rig.pass(1000)
      await rig.until(rig.killEngine())
      await caller.hangup()
      await rig.until(rig.startEngine())
      const heard = new Recorder(rig.telephony.adopt(call.callId))
      if (keepsEvents) await rig.until(heard.next('recording-ended', ({ recordingId }) => recordingId === id('m')))
      expect(await rig.until(rig.telephony.adopt(call.callId).recordingState(id('m')))).toEqual({ ok: true, value: 'stored' })
      await rig.until(heard.next('gone'))
      expect(await rig.until(rig.telephony.liveCalls())).toEqual({ ok: true, value: [] })
      const unknown = new Recorder(rig.telephony.adopt('1700000000.1'))
      await rig.until(unknown.next('gone'))
    })

    kept('given a party answers while no engine runs, then the next one connects them', async () => {
      const { caller, call } = await begin()
      const legId = id('leg')
      await rig.until(call.dial(legId, extension, { ringSeconds: 20 }))
      const party = await rig.until(rig.nextParty())
      await rig.until(rig.killEngine())
      await party.answer()
      await rig.until(rig.startEngine())
      const adopted = rig.telephony.adopt(call.callId)
      const heard = new Recorder(adopted)
      expect(await rig.until(heard.next('leg', ({ state }) => state === 'answered'))).toMatchObject({ legId })
      expect(await rig.until(adopted.dial(legId, extension, { ringSeconds: 20 }))).toMatchObject({ ok: true })
      expect(await rig.until(adopted.legState(legId))).toEqual({ ok: true, value: 'answered' })
      await party.hangup()
      expect(await rig.until(heard.next('leg'))).toMatchObject({ legId, state: 'ended' })
      await caller.hangup()
      await rig.until(heard.next('gone'))
    })

    it('given two talk, when the party hangs up while no engine runs, then the next one has the caller back', async () => {
      const { caller, call, legId, party } = await talk()
      await rig.until(rig.killEngine())
      await party.hangup()
      await rig.pass(300)
      await rig.until(rig.startEngine())
      const adopted = rig.telephony.adopt(call.callId)
      const heard = new Recorder(adopted)
      expect(await rig.until(heard.next('leg'))).toMatchObject({ legId, state: 'ended' })
      expect(await rig.until(adopted.legState(legId))).toEqual({ ok: true, value: 'none' })
      await rig.until(adopted.play(id('p'), [rig.sound]))
      expect(await rig.until(heard.next('playback-ended'))).toMatchObject({ result: 'done' })
      await caller.hangup()
      await rig.until(heard.next('gone'))
    })

    kept('given a party rings out while no engine runs, then the next one is told', async () => {
      const { caller, call } = await begin()
      const legId = id('leg')
      await rig.until(call.dial(legId, extension, { ringSeconds: 1 }))
      const party = await rig.until(rig.nextParty())
      await rig.until(rig.killEngine())
      await rig.until(party.ended)
      await rig.until(rig.startEngine())
      const heard = new Recorder(rig.telephony.adopt(call.callId))
      expect(await rig.until(heard.next('leg', ({ state }) => state !== 'ringing'))).toMatchObject({ legId, state: 'no-answer' })
      await caller.hangup()
      await rig.until(heard.next('gone'))
    })

    it('given two talk, when the caller hangs up while no engine runs, then the next one disconnects the party', async () => {
      const { caller, party } = await talk()
      await rig.until(rig.killEngine())
      await caller.hangup()
      await rig.pass(300)
      await rig.until(rig.startEngine())
      await rig.until(party.ended)
      expect(await rig.until(rig.telephony.liveCalls())).toEqual({ ok: true, value: [] })
    })

    it('given the telephone server restarts, then all calls are gone and new ones come in', async () => {
      const { call, heard } = await begin()
      await rig.until(rig.restartServer())
      await rig.until(heard.next('gone'))
      expect(rig.states.slice(-2)).toEqual(['down', 'up'])
      expect(await rig.until(rig.telephony.liveCalls())).toEqual({ ok: true, value: [] })
      const again = await begin()
      expect(again.call.callId).not.toBe(call.callId)
      await again.caller.hangup()
      await rig.until(again.heard.next('gone'))
    })
  })
}
