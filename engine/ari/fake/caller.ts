import type { IncomingCall } from '@/engine/ports'
import type { FakeChannel } from './channel'
import type { FakeLeg } from './leg'
import type { Heard } from './playback'
import type { Recorded } from './recording'

/** The person at the other end: presses keys, hangs up, and remembers what was heard. */
export class FakeCaller {
  constructor(private readonly channel: FakeChannel) {}

  get incoming(): IncomingCall {
    return this.channel.incoming
  }

  get callId(): string {
    return this.channel.incoming.callId
  }

  /** All sounds played to the caller so far, in order; the last may still play. */
  get heard(): readonly Heard[] {
    return this.channel.heard
  }

  /** The sound that plays right now. */
  get hearing(): Heard | undefined {
    return this.channel.heard.findLast((heard) => heard.to === undefined)
  }

  get answered(): boolean {
    return this.channel.answered
  }

  get gone(): boolean {
    return this.channel.gone
  }

  get music(): boolean {
    return this.channel.music
  }

  /** True while the caller is being recorded. */
  get recording(): boolean {
    return this.channel.recording
  }

  get recordings(): readonly Recorded[] {
    return this.channel.recordings
  }

  /** Parties that were dialled for this caller. */
  get legs(): readonly FakeLeg[] {
    return this.channel.legs
  }

  /** `press('12#')` */
  press(digits: string): void {
    this.channel.press(digits)
  }

  hangup(cause = 'Normal Clearing'): void {
    this.channel.hangup(cause)
  }

  /** While no engine is there, the dialplan is given the call. */
  handBack(): void {
    this.channel.hangup('Normal Clearing', true)
  }

  /** From now on the caller speaks for so long when recorded, then is silent (3 s unless told). */
  speaksFor(ms: number): void {
    this.channel.speaksMs = ms
  }
}
