import { fail, ok, type Result } from '@/engine/errors'
import type { Call } from '@/engine/ports'
import type { CallEvents } from '../call-events'
import type { FakeChannel } from './channel'

/** How a call's methods reach the world: its channel (undefined if there never was one), or why not. */
export type Reach = () => Result<FakeChannel | undefined>

/** The engine's handle on a fake call. */
export function fakeCall(callId: string, events: CallEvents, reach: Reach): Call {
  /** Asks about, or ends, what may be over already. */
  const ask = async <T>(look: (channel: FakeChannel) => T, absent: T): Promise<Result<T>> => {
    const reached = reach()
    return reached.ok ? ok(reached.value ? look(reached.value) : absent) : reached
  }
  /** Does something to a caller who must be there. */
  const act = async (change: (channel: FakeChannel) => void): Promise<Result<void>> => {
    const reached = reach()
    if (!reached.ok) return reached
    if (!reached.value || reached.value.gone) return fail('CALL_GONE', 'The caller has hung up.')
    change(reached.value)
    return ok()
  }
  return {
    callId,
    on: (listener) => events.on(listener),
    answer: () =>
      act((channel) => {
        channel.answered = true
      }),
    hangup: () => ask((channel) => channel.hangup('Normal clearing'), undefined),
    play: async (playbackId, media) =>
      media.length === 0 ? fail('PLAYBACK_FAILED', 'There is nothing to play.') : act((channel) => channel.play(playbackId, media)),
    stopPlayback: (playbackId) => ask((channel) => channel.stop(playbackId), undefined),
    playbackAlive: (playbackId) => ask((channel) => channel.plays(playbackId), false),
    record: (recordingId, options) => act((channel) => channel.record(recordingId, options)),
    stopRecording: (recordingId) => ask((channel) => channel.stop(recordingId), undefined),
    recordingState: (recordingId) => ask((channel) => channel.recordingState(recordingId), 'none'),
    deleteRecording: (recordingId) => ask((channel) => channel.deleteRecording(recordingId), undefined),
    dial: (legId, target, options) => act((channel) => channel.dial(legId, target, options)),
    legState: (legId) => ask((channel) => channel.legState(legId), 'none'),
    endLeg: (legId) => ask((channel) => channel.endLeg(legId), undefined),
    startMusic: () =>
      act((channel) => {
        channel.music = true
      }),
    stopMusic: () =>
      act((channel) => {
        channel.music = false
      }),
  }
}
