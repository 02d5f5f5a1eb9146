import type { Result } from '@/engine/errors'
import type { MediaUri } from './telephony'

/** What is to be spoken. `language` is BCP 47. */
export interface Utterance {
  readonly text: string
  readonly language: string
}

/** Text to speech, cached by content hash at the channel's rate. */
export interface Speech {
  say(utterance: Utterance, signal?: AbortSignal): Promise<Result<MediaUri>>
}

/** The sound library. */
export interface Sounds {
  find(name: string): Promise<Result<MediaUri>>
}
