import { writeFileSync } from 'node:fs'
import type { CallEvent, Clock, RecordOptions } from '@/engine/ports'
import type { Work } from './work'

/** A recording that a fake caller left. */
export interface Recorded {
  readonly recordingId: string
  readonly durationMs: number
}

/** Records a fake caller, who speaks for `speaksMs` and then is silent. */
export class FakeRecording implements Work {
  #cancel = () => {}
  #from: number | undefined
  #ended = () => {}
  #over = false

  constructor(
    readonly id: string,
    private readonly options: RecordOptions,
    private readonly speaksMs: number,
    private readonly clock: Clock,
    private readonly file: string | undefined,
    private readonly stored: (recorded: Recorded) => void,
    private readonly tell: (event: CallEvent) => void,
  ) {}

  start(ended: () => void): void {
    this.#ended = ended
    this.#from = this.clock.now()
    const { maxSeconds, silenceSeconds } = this.options
    const untilSilent = silenceSeconds > 0 ? this.speaksMs + silenceSeconds * 1000 : Number.POSITIVE_INFINITY
    this.#cancel = this.clock.at(this.#from + Math.min(maxSeconds * 1000, untilSilent), () => this.#finish())
  }

  /** A key that ends the recording by its terminator. */
  press(digit: string): void {
    const { terminator } = this.options
    if (this.#from !== undefined && (terminator === 'any' || terminator === digit)) this.#finish()
  }

  stop(): void {
    this.#finish()
  }

  #finish(): void {
    if (this.#over) return
    this.#over = true
    this.#cancel()
    const at = this.clock.now()
    if (this.#from === undefined) {
      this.tell({ type: 'recording-ended', recordingId: this.id, result: 'failed', durationMs: 0, at })
    } else {
      const durationMs = at - this.#from
      const stored = this.#write(durationMs)
      if (stored) this.stored({ recordingId: this.id, durationMs })
      const end = stored ? ({ result: 'done', durationMs } as const) : ({ result: 'failed', durationMs: 0 } as const)
      this.tell({ type: 'recording-ended', recordingId: this.id, ...end, at })
    }
    this.#ended()
  }

  /** False when the disk takes nothing, as it may on any machine. */
  #write(durationMs: number): boolean {
    try {
      if (this.file) writeFileSync(this.file, silentWav(durationMs))
      return true
    } catch {
      return false
    }
  }
}

/** Silence as 8 kHz 16-bit mono WAV. */
function silentWav(ms: number): Buffer {
  const data = Math.round(ms * 8) * 2
  const wav = Buffer.alloc(44 + data)
  wav.write('RIFF', 0)
  wav.writeUInt32LE(36 + data, 4)
  wav.write('WAVEfmt ', 8)
  wav.writeUInt32LE(16, 16)
  wav.writeUInt16LE(1, 20)
  wav.writeUInt16LE(1, 22)
  wav.writeUInt32LE(8000, 24)
  wav.writeUInt32LE(16_000, 28)
  wav.writeUInt16LE(2, 32)
  wav.writeUInt16LE(16, 34)
  wav.write('data', 36)
  wav.writeUInt32LE(data, 40)
  return wav
}
