import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ok, type Result } from '@/engine/errors'
import type { RecordOptions } from '@/engine/ports'
import { type Ari, meaning } from './ari'
import { recordingName } from './ids'

const WAV_HEADER = 44
/** 8 kHz, 16 bits, one channel. */
const BYTES_A_MS = 16

/** Recordings by our ids; Asterisk keeps them as `<dir>/<name>.wav`. */
export class Recordings {
  constructor(
    private readonly ari: Ari,
    private readonly dir: string | undefined,
  ) {}

  /** Starts one; fine when it runs or is stored already. */
  async start(channelId: string, recordingId: string, options: RecordOptions): Promise<Result<void>> {
    const answer = await this.ari.send('POST', ['channels', channelId, 'record'], {
      name: recordingName(recordingId),
      format: 'wav',
      maxDurationSeconds: options.maxSeconds,
      maxSilenceSeconds: options.silenceSeconds,
      ifExists: 'fail',
      beep: options.beep,
      terminateOn: options.terminator,
    })
    // 409: such a recording exists, or the caller has gone.
    if (answer.ok && answer.value.status === 409) {
      const state = await this.state(recordingId)
      if (!state.ok) return state
      if (state.value !== 'none') return ok()
    }
    return meaning(answer)
  }

  async stop(recordingId: string): Promise<Result<void>> {
    const done = await this.ari.act('POST', ['recordings', 'live', recordingName(recordingId), 'stop'])
    return done.ok || done.error.code !== 'CALL_GONE' ? done : ok()
  }

  async state(recordingId: string): Promise<Result<'recording' | 'stored' | 'none'>> {
    const name = recordingName(recordingId)
    const live = await this.ari.read(['recordings', 'live', name])
    if (!live.ok) return live
    if (live.value !== undefined) return ok('recording')
    const stored = await this.ari.read(['recordings', 'stored', name])
    if (!stored.ok) return stored
    return ok(stored.value === undefined ? 'none' : 'stored')
  }

  /** The WAV file, absolute; undefined while there is none (or Asterisk's disk is not ours). */
  file(recordingId: string): string | undefined {
    if (this.dir === undefined) return undefined
    const file = join(this.dir, `${recordingName(recordingId)}.wav`)
    return existsSync(file) ? file : undefined
  }

  /** Exact by the file; Asterisk itself counts whole seconds. */
  durationMs(recordingId: string, seconds: number): number {
    const file = this.file(recordingId)
    const size = file && statSync(file, { throwIfNoEntry: false })?.size
    return size ? Math.round(Math.max(0, size - WAV_HEADER) / BYTES_A_MS) : seconds * 1000
  }
}
