'use client'

import { useLocale } from 'next-intl'

const formats = {
  /** Today only the time, else also the day. */
  compact: (at: Date, locale: string) => {
    const now = new Date()
    const day: Intl.DateTimeFormatOptions =
      at.toDateString() === now.toDateString()
        ? {}
        : at.getFullYear() === now.getFullYear()
          ? { month: 'short', day: 'numeric' }
          : { year: 'numeric', month: 'short', day: 'numeric' }
    return new Intl.DateTimeFormat(locale, { ...day, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at)
  },
  full: (at: Date, locale: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' }).format(at),
  /** To the second, for traces. */
  time: (at: Date, locale: string) =>
    new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }).format(at),
}

/** A moment in the browser's time zone. */
export function DateTime({ at, format = 'compact' }: { at: Date; format?: keyof typeof formats }) {
  const locale = useLocale()
  return (
    <time className="pb-num" dateTime={at.toISOString()} title={formats.full(at, locale)} suppressHydrationWarning>
      {formats[format](at, locale)}
    </time>
  )
}
