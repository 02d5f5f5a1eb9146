import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { CallEvent, DialOptions, DialTarget, IncomingCall, LegState, MediaUri, RecordOptions } from '@/engine/ports'
import { recordingName } from '../ids'
import { FakeLeg } from './leg'
import { FakePlayback, type Heard } from './playback'
import { FakeRecording, type Recorded } from './recording'
import { WorkLine } from './work'
import type { FakeWorld } from './world'

/** One call as the telephone world has it. */
export class FakeChannel {
  readonly heard: Heard[] = []
  readonly recordings: Recorded[] = []
  readonly legs: FakeLeg[] = []
  answered = false
  gone = false
  music = false
  /** How long the caller talks when recorded. */
  speaksMs = 3000
  readonly #line = new WorkLine()
  readonly #played = new Set<string>()
  readonly #recorders = new Map<string, FakeRecording>()

  constructor(
    readonly incoming: IncomingCall,
    private readonly world: FakeWorld,
  ) {}

  press(digits: string): void {
    for (const digit of digits) {
      if (this.gone) return
      this.#tell({ type: 'digit', digit, at: this.world.clock.now() })
      for (const recorder of [...this.#recorders.values()]) recorder.press(digit)
    }
  }

  play(playbackId: string, media: readonly MediaUri[]): void {
    if (this.#played.has(playbackId)) return
    this.#played.add(playbackId)
    const durationOf = this.world.options.durationOf ?? (() => 1000)
    this.#line.add(new FakePlayback(playbackId, media, this.world.clock, durationOf, this.heard, (event) => this.#tell(event)))
  }

  stop(workId: string): void {
    this.#line.stop(workId)
  }

  plays(playbackId: string): boolean {
    return this.#line.has(playbackId)
  }

  record(recordingId: string, options: RecordOptions): void {
    if (this.recordingState(recordingId) !== 'none') return
    const { clock } = this.world
    const file = this.#fileOf(recordingId)
    const stored = (recorded: Recorded) => {
      this.recordings.push(recorded)
      this.#recorders.delete(recordingId)
    }
    const recording = new FakeRecording(recordingId, options, this.speaksMs, clock, file, stored, (event) => {
      this.#recorders.delete(recordingId)
      this.#tell(event)
    })
    this.#recorders.set(recordingId, recording)
    this.#line.add(recording)
  }

  get recording(): boolean {
    return this.#recorders.size > 0
  }

  deleteRecording(recordingId: string): void {
    const at = this.recordings.findIndex((recorded) => recorded.recordingId === recordingId)
    if (at !== -1) this.recordings.splice(at, 1)
    const file = this.#fileOf(recordingId)
    if (file) rmSync(file, { force: true })
  }

  #fileOf(recordingId: string): string | undefined {
    const { recordingsDir } = this.world.options
    return recordingsDir ? join(recordingsDir, `${recordingName(recordingId)}.wav`) : undefined
  }

  recordingState(recordingId: string): 'recording' | 'stored' | 'none' {
    if (this.#recorders.has(recordingId)) return 'recording'
    return this.recordings.some((recorded) => recorded.recordingId === recordingId) ? 'stored' : 'none'
  }

  dial(legId: string, target: DialTarget, options: DialOptions): void {
    if (this.legs.some((leg) => leg.legId === legId)) return
    const script = this.world.options.answerDial?.(target) ?? { does: 'answer' as const }
    const tell = (event: CallEvent) => {
      if (event.type === 'leg' && event.state === 'answered') this.answered = true
      this.#tell(event)
    }
    this.legs.push(new FakeLeg(legId, target, options, script, this.world.clock, tell))
  }

  legState(legId: string): LegState | 'none' {
    const leg = this.legs.find((leg) => leg.legId === legId)
    return leg?.alive ? leg.state : 'none'
  }

  endLeg(legId: string): void {
    this.legs.find((leg) => leg.legId === legId)?.hangup()
  }

  /** Either side hangs up, or the dialplan is given the call: playback and recording end, then the call is gone. */
  hangup(cause: string, handedBack = false): void {
    if (this.gone) return
    this.#line.clear()
    for (const leg of this.legs) leg.hangup()
    this.#tell({ type: 'gone', cause, ...(handedBack ? { handedBack } : {}), at: this.world.clock.now() })
    this.gone = true
    this.music = false
  }

  /** Gone without a word (the server died). */
  vanish(): void {
    this.gone = true
    for (const leg of this.legs) leg.vanish()
    this.#line.clear()
  }

  #tell(event: CallEvent): void {
    if (!this.gone) this.world.tell({ kind: 'event', callId: this.incoming.callId, event })
  }
}
