import type { Result } from '@/engine/errors'

/** A sound that Asterisk can play by a media URI: `sound:/abs/path/without-extension`, `sound:tt-weasels`, `tone:ring`, `recording:name`. */
export type MediaUri = string & { readonly __media?: never }

/** A call that has just come in (StasisStart of a channel we did not originate). */
export interface IncomingCall {
  readonly callId: string
  readonly from: { readonly number: string; readonly name: string }
  /** The number that was dialled. */
  readonly to: string
  readonly at: number
}

/** What happens on a call; `at` is the telephony server's timestamp (ms), so that events queued while we were down keep their time. */
export type CallEvent =
  | { readonly type: 'digit'; readonly digit: string; readonly at: number }
  | { readonly type: 'playback-ended'; readonly playbackId: string; readonly result: 'done' | 'failed' | 'stopped'; readonly at: number }
  | {
      readonly type: 'recording-ended'
      readonly recordingId: string
      readonly result: 'done' | 'failed'
      readonly durationMs: number
      readonly at: number
    }
  | { readonly type: 'leg'; readonly legId: string; readonly state: LegState; readonly at: number }
  /** `handedBack`: the caller did not hang up; the dialplan was given the call while no engine was there. */
  | { readonly type: 'gone'; readonly cause: string; readonly handedBack?: boolean; readonly at: number }

/** State of a second leg that `dial` made. */
export type LegState = 'ringing' | 'answered' | 'busy' | 'no-answer' | 'failed' | 'ended'

/** Where a transfer goes. Numbers are resolved by the adapter: registered phone, else a flow's number, else the trunk. */
export type DialTarget = { readonly kind: 'extension' | 'number'; readonly number: string } | { readonly kind: 'uri'; readonly uri: string }

/**
 * One live call. Every method is idempotent by the id the caller chooses (`session:visit:key`), so a restored visit may
 * ask again. "Not found" is a normal answer: `CALL_GONE`. Events of an id may arrive before the method returns: subscribe first.
 */
export interface Call {
  readonly callId: string
  /** Subscribes to this call's events; the returned function unsubscribes. */
  on(listener: (event: CallEvent) => void): () => void
  answer(): Promise<Result<void>>
  hangup(): Promise<Result<void>>
  play(playbackId: string, media: readonly MediaUri[]): Promise<Result<void>>
  stopPlayback(playbackId: string): Promise<Result<void>>
  /** Whether that playback still exists; `false` also for one that has ended. */
  playbackAlive(playbackId: string): Promise<Result<boolean>>
  record(recordingId: string, options: RecordOptions): Promise<Result<void>>
  stopRecording(recordingId: string): Promise<Result<void>>
  recordingState(recordingId: string): Promise<Result<'recording' | 'stored' | 'none'>>
  /** Deletes a stored recording; fine where there is none. */
  deleteRecording(recordingId: string): Promise<Result<void>>
  /** Rings a second leg and, once it answers, bridges it with this call. Progress comes as `leg` events. */
  dial(legId: string, target: DialTarget, options: DialOptions): Promise<Result<void>>
  /** State of a leg after a restart. */
  legState(legId: string): Promise<Result<LegState | 'none'>>
  /** Ends the second leg and takes the call out of the bridge. */
  endLeg(legId: string): Promise<Result<void>>
  /** Music while the caller waits. */
  startMusic(): Promise<Result<void>>
  stopMusic(): Promise<Result<void>>
}

export interface RecordOptions {
  readonly maxSeconds: number
  /** Ends after this much silence; 0 = never. */
  readonly silenceSeconds: number
  readonly beep: boolean
  /** `none`, `any`, `#` or `*`. */
  readonly terminator: 'none' | 'any' | '#' | '*'
}

export interface DialOptions {
  readonly ringSeconds: number
  readonly callerId?: string
}

/** The telephony server. Two adapters: Asterisk (`engine/ari`) and the fake (`engine/ari/fake`). */
export interface Telephony {
  /** Called for each new call; must be set before `start`. */
  onIncoming(handler: (call: Call, incoming: IncomingCall) => void): void
  /** Called with `up` after a (re)connect, once all events queued meanwhile have been delivered and calls reconciled. */
  onState(handler: (state: 'up' | 'down') => void): void
  start(): Promise<void>
  stop(): Promise<void>
  /** Ids of the calls that are live in our application, after a (re)connect. */
  liveCalls(): Promise<Result<readonly string[]>>
  /** What came in as that live call; for one that we were stopped before storing. `CALL_GONE` when it has ended. */
  callInfo(callId: string): Promise<Result<IncomingCall>>
  /** The handle for a call known from before a restart; subscribing to it receives what was queued. */
  adopt(callId: string): Call
  /** File of a stored recording (absolute path, WAV), or undefined. */
  recordingFile(recordingId: string): string | undefined
  info(): {
    readonly state: 'up' | 'down' | 'none'
    readonly version?: string
    readonly transport?: 'websocket' | 'ari-client' | 'fake'
    /** When the server was started (ms), as of the latest connect: calls that began before ended with its predecessor. */
    readonly since?: number
  }
}
