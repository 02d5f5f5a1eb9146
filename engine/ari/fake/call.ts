import { fail, ok, type Result } from '@/engine/errors'
import type { Call } from '@/engine/ports'
import type { CallEvents } from '../call-events'
import type { FakeChannel } from './channel'

/** How a call's methods reach the world: the channel, or why not. */
export type Reach = () => Result<FakeChannel>

/** The engine's handle on a fake call. */
export function fakeCall(callId: string, events: CallEvents, reach: Reach): Call {
  const through = async <T>(act: (channel: FakeChannel) => T): Promise<Result<T>> => {
    const channel = reach()
    return channel.ok ? ok(act(channel.value)) : channel
  }
  return {
    callId,
    on: (listener) => events.on(listener),
    answer: () =>
      through((channel) => {
        channel.answered = true
      }),
    hangup: () => through((channel) => channel.hangup('Normal Clearing')),
    play: async (playbackId, media) =>
      media.length === 0 ? fail('PLAYBACK_FAILED', 'There is nothing to play.') : through((channel) => channel.play(playbackId, media)),
    stopPlayback: (playbackId) => through((channel) => channel.stop(playbackId)),
    playbackAlive: (playbackId) => through((channel) => channel.plays(playbackId)),
    record: (recordingId, options) => through((channel) => channel.record(recordingId, options)),
    stopRecording: (recordingId) => through((channel) => channel.stop(recordingId)),
    recordingState: (recordingId) => through((channel) => channel.recordingState(recordingId)),
    dial: (legId, target, options) => through((channel) => channel.dial(legId, target, options)),
    legState: (legId) => through((channel) => channel.legState(legId)),
    endLeg: (legId) => through((channel) => channel.endLeg(legId)),
    startMusic: () =>
      through((channel) => {
        channel.music = true
      }),
    stopMusic: () =>
      through((channel) => {
        channel.music = false
      }),
  }
}
