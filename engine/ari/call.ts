import { fail, ok, type Result } from '@/engine/errors'
import type { Call, CallEvent, DialOptions, DialTarget, LegState, MediaUri, RecordOptions } from '@/engine/ports'
import type { Ari } from './ari'
import type { CallEvents } from './call-events'
import type { Legs } from './legs'
import type { Recordings } from './recordings'

export interface CallParts {
  readonly ari: Ari
  readonly events: CallEvents
  readonly legs: Legs
  readonly recordings: Recordings
  readonly playbacks: Playbacks
}

/** What this process knows of a call's playbacks. */
export interface Playbacks {
  /** Ids that were started. */
  readonly started: Set<string>
  /** Those that we were asked to stop. */
  readonly stopped: Set<string>
  /** Whether there may be others, from before a restart. */
  readonly mayHaveMore: boolean
}

/** A call on Asterisk. */
export class AsteriskCall implements Call {
  constructor(
    readonly callId: string,
    private readonly parts: CallParts,
  ) {}

  on(listener: (event: CallEvent) => void): () => void {
    return this.parts.events.on(listener)
  }

  answer(): Promise<Result<void>> {
    return this.#channel('POST', 'answer')
  }

  hangup(): Promise<Result<void>> {
    return this.parts.ari.end(['channels', this.callId])
  }

  async play(playbackId: string, media: readonly MediaUri[]): Promise<Result<void>> {
    const { playbacks } = this.parts
    if (media.length === 0) return fail('PLAYBACK_FAILED', 'There is nothing to play.')
    if (playbacks.started.has(playbackId)) return ok()
    if (playbacks.mayHaveMore) {
      const alive = await this.playbackAlive(playbackId)
      if (!alive.ok) return alive
      if (alive.value) return ok()
    }
    playbacks.started.add(playbackId)
    const done = await this.parts.ari.act('POST', ['channels', this.callId, 'play'], { playbackId, media })
    if (!done.ok) playbacks.started.delete(playbackId)
    return done
  }

  stopPlayback(playbackId: string): Promise<Result<void>> {
    this.parts.playbacks.stopped.add(playbackId)
    return this.parts.ari.end(['playbacks', playbackId])
  }

  async playbackAlive(playbackId: string): Promise<Result<boolean>> {
    const answer = await this.parts.ari.read(['playbacks', playbackId])
    return answer.ok ? ok(answer.value !== undefined) : answer
  }

  record(recordingId: string, options: RecordOptions): Promise<Result<void>> {
    return this.parts.recordings.start(this.callId, recordingId, options)
  }

  stopRecording(recordingId: string): Promise<Result<void>> {
    return this.parts.recordings.stop(recordingId)
  }

  recordingState(recordingId: string): Promise<Result<'recording' | 'stored' | 'none'>> {
    return this.parts.recordings.state(recordingId)
  }

  deleteRecording(recordingId: string): Promise<Result<void>> {
    return this.parts.recordings.delete(recordingId)
  }

  dial(legId: string, target: DialTarget, options: DialOptions): Promise<Result<void>> {
    return this.parts.legs.dial(this.callId, legId, target, options)
  }

  legState(legId: string): Promise<Result<LegState | 'none'>> {
    return this.parts.legs.state(this.callId, legId)
  }

  endLeg(legId: string): Promise<Result<void>> {
    return this.parts.legs.end(this.callId, legId)
  }

  startMusic(): Promise<Result<void>> {
    return this.#channel('POST', 'moh')
  }

  stopMusic(): Promise<Result<void>> {
    return this.#channel('DELETE', 'moh')
  }

  #channel(method: 'POST' | 'DELETE', what: string): Promise<Result<void>> {
    return this.parts.ari.act(method, ['channels', this.callId, what])
  }
}
