import { useLocale } from 'next-intl'
import { clock, isoDuration, short } from './duration'

/** A length of time; `format="clock"` (1:05) for calls, `short` (420 ms) for steps. */
export function Duration({ ms, format = 'clock' }: { ms: number; format?: 'clock' | 'short' }) {
  const locale = useLocale()
  return (
    <time className="pb-num" dateTime={isoDuration(ms)}>
      {format === 'clock' ? clock(ms) : short(ms, locale)}
    </time>
  )
}
