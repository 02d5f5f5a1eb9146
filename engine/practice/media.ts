import { statSync } from 'node:fs'
import { z } from 'zod'
import type { MediaUri } from '@/engine/ports'

/** What a caller without a telephone is given instead of sound: what it would be, and for how long it plays (ms). */
const PracticeMedia = z.object({
  /** `speech`: words; `sound`: one of the library, by its name; `recording`: what the caller has just recorded. */
  kind: z.enum(['speech', 'sound', 'recording']),
  text: z.string(),
  /** Of `speech`, BCP 47. */
  language: z.string(),
  ms: z.number(),
})
export type PracticeMedia = z.infer<typeof PracticeMedia>

const SCHEME = 'practice:'
const FILE = 'sound:/'
/** Bytes of a WAV file's head, and of a millisecond of it at 8 kHz, 16 bits, mono. */
const HEAD = 44
const BYTES_PER_MS = 16

/** Media that carry their own content, so that nothing has to be remembered of them. */
export function mediaOf(media: PracticeMedia): MediaUri {
  return SCHEME + JSON.stringify(media)
}

/** What a media URI stands for; undefined when it cannot be played. Files that no library names are the caller's recordings. */
export function readMedia(uri: MediaUri): PracticeMedia | undefined {
  if (uri.startsWith(SCHEME)) return PracticeMedia.parse(JSON.parse(uri.slice(SCHEME.length)))
  const ms = uri.startsWith(FILE) ? fileMs(uri) : undefined
  return ms === undefined ? undefined : { kind: 'recording', text: '', language: '', ms }
}

/** How long `sound:/path/without-ending` lasts, by its WAV file of 8 kHz; undefined when it is not there. */
export function fileMs(uri: MediaUri): number | undefined {
  const stat = statSync(`${uri.slice(FILE.length - 1)}.wav`, { throwIfNoEntry: false })
  return stat && Math.max(0, Math.round((stat.size - HEAD) / BYTES_PER_MS))
}

/** How long a text takes to be spoken, by its length (ms): a Chinese character is a syllable. */
export function spokenMs(text: string): number {
  const wide = text.match(/\p{Script=Han}/gu)?.length ?? 0
  return 300 + wide * 220 + (text.length - wide) * 65
}
