import { VirtualClock } from '@/engine/ari/fake'
import { ok } from '@/engine/errors'
import type { Json } from '@/engine/flow'
import type { Call, CallEvent } from '@/engine/ports'
import { CallDesk } from '../desk'
import type { Scene } from '../media/scene'

/** A visit on a call whose server does as it is told and tells nothing by itself; `tell` is its voice. */
export function sceneOn(more: Partial<Call> = {}, scene: Partial<Scene> = {}) {
  const clock = new VirtualClock()
  const asked: string[] = []
  let tell: (event: CallEvent) => void = () => {}
  const done = (what: string) => async () => {
    asked.push(what)
    return ok()
  }
  const call: Call = {
    callId: 'c1',
    on(listener) {
      tell = listener
      return () => {}
    },
    answer: done('answer'),
    hangup: done('hangup'),
    play: done('play'),
    stopPlayback: done('stopPlayback'),
    playbackAlive: async () => ok(true),
    record: done('record'),
    stopRecording: done('stopRecording'),
    deleteRecording: done('deleteRecording'),
    recordingState: async () => ok('none' as const),
    dial: done('dial'),
    legState: async () => ok('none' as const),
    endLeg: done('endLeg'),
    startMusic: done('startMusic'),
    stopMusic: done('stopMusic'),
    ...more,
  }
  const line = { up: true }
  const desk: CallDesk = new CallDesk(call, line, {
    now: () => clock.now(),
    digitsChanged: () => {},
    gone: () => {
      desk.gone = true
      desk.notify()
    },
  })
  desk.open()
  const memos = new Map<string, Json>()
  const deadlines = new Map<string, number>()
  const recorded: string[] = []
  const made: Scene = {
    desk,
    clock,
    telephony: { recordingFile: () => undefined },
    over: false,
    committed: async () => {},
    enteredAt: clock.now(),
    restored: false,
    id: (key) => `s1:1:${key}`,
    memo: (key) => memos.get(key),
    remember: (key, value) => void memos.set(key, value),
    deadline: (key) => deadlines.get(key),
    setDeadline: (key, due) => void deadlines.set(key, due),
    sealText: (text) => text,
    openText: (text) => ok(text),
    sounds: async (prompts) => ok(prompts.map(() => 'sound:x')),
    pressed: () => {},
    transferred: () => {},
    recorded: (id, ms) => void recorded.push(`${id} ${ms}`),
    unrecorded: (id) => void recorded.push(`${id} discarded`),
    hangingUp: () => {},
    ...scene,
  }
  return { scene: made, clock, line, asked, memos, recorded, tell: (event: CallEvent) => tell(event) }
}
