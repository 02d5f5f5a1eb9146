import { fail, ok } from '@/engine/errors'
import type { Call, CallEvent, Telephony } from '@/engine/ports'

/** Telephony where no calls are possible: everything else of Patchbay works, and sessions from better days end. */
export function noTelephony(): Telephony {
  let tell: (state: 'up' | 'down') => void = () => {}
  return {
    onIncoming() {},
    onState(handler) {
      tell = handler
    },
    async start() {
      tell('up')
    },
    async stop() {},
    liveCalls: async () => ok([]),
    callInfo: async () => gone(),
    adopt: (callId) => goneCall(callId),
    recordingFile: () => undefined,
    info: () => ({ state: 'none' }),
  }
}

const gone = () => fail('CALL_GONE', 'There are no calls here.')

function goneCall(callId: string): Call {
  const refuse = async () => gone()
  return {
    callId,
    on: (_listener: (event: CallEvent) => void) => () => {},
    answer: refuse,
    hangup: refuse,
    play: refuse,
    stopPlayback: refuse,
    playbackAlive: refuse,
    record: refuse,
    stopRecording: refuse,
    deleteRecording: refuse,
    recordingState: refuse,
    dial: refuse,
    legState: refuse,
    endLeg: refuse,
    startMusic: refuse,
    stopMusic: refuse,
  }
}
