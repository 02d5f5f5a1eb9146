import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ok, type Result } from '@/engine/errors'
import type { RecordOptions } from '@/engine/ports'
import { type Ari, meaning } from './ari'
import { recordingName } from './ids'

const WAV_HEADER = 44
/** 8 kHz, 16 bits, one channel. */
const BYTES_A_MS = 16
/** Asterisk counts whole seconds, and writes two seconds at a time. */
const TOLERANCE_MS = 4000

/** Recordings by our ids; Asterisk keeps them as `<dir>/<name>.wav`. */
export class Recordings {
  /** Silence that ends a recording is not kept, ms; by those that we started. */
  readonly #silenceMs = new Map<string, number>()

  constructor(
    private readonly ari: Ari,
    private readonly dir: string | undefined,
  ) {}

  /** Starts one; fine when it runs or is stored already. */
  async start(channelId: string, recordingId: string, options: RecordOptions): Promise<Result<void>> {
    this.#silenceMs.set(recordingId, options.silenceSeconds * 1000)
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

  delete(recordingId: string): Promise<Result<void>> {
    return this.ari.end(['recordings', 'stored', recordingName(recordingId)])
  }

  /** The WAV file, absolute; undefined while there is none (or Asterisk's disk is not ours). */
  file(recordingId: string): string | undefined {
    if (this.dir === undefined) return undefined
    const file = join(this.dir, `${recordingName(recordingId)}.wav`)
    return existsSync(file) ? file : undefined
  }

  /**
   * How one ended that took that many seconds. Its length is exact by the file. A file that is much too short has met a
   * full disk, which Asterisk does not tell: that recording has failed, and what there is of it is kept.
   */
  ended(recordingId: string, seconds: number): { readonly result: 'done' | 'failed'; readonly durationMs: number } {
    const silenceMs = this.#silenceMs.get(recordingId)
    this.#silenceMs.delete(recordingId)
    const file = this.file(recordingId)
    const size = file === undefined ? undefined : statSync(file, { throwIfNoEntry: false })?.size
    if (size === undefined) return { result: 'done', durationMs: seconds * 1000 }
    const durationMs = Math.round(Math.max(0, size - WAV_HEADER) / BYTES_A_MS)
    const cut = silenceMs !== undefined && durationMs + silenceMs + TOLERANCE_MS < seconds * 1000
    return { result: cut ? 'failed' : 'done', durationMs }
  }
}
