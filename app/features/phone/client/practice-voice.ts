import type { PracticeCall } from '@/engine/control/protocol'

type Heard = PracticeCall['heard'][number]

/** Lets a person hear what plays on a practice call. */
export interface PracticeVoice {
  /** Plays it instead of what played before; null for silence. */
  say(heard: Heard | null): void
}

/** The engine's own voices, and the library's sounds; silent where there are none, for the words are to be read anyway. */
export function practiceVoice(): PracticeVoice {
  let audio: HTMLAudioElement | null = null
  return {
    say(heard) {
      audio?.pause()
      const address = heard && addressOf(heard)
      audio = address ? new Audio(address) : null
      void audio?.play().catch(() => {})
    },
  }
}

function addressOf({ kind, text, language }: Heard): string | null {
  if (kind === 'speech') return `/api/speech?${new URLSearchParams({ text, language })}`
  return kind === 'sound' && text ? `/api/sounds/${encodeURIComponent(text)}` : null
}
