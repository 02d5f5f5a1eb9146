'use client'

import { Tooltip } from '@mantine/core'
import { useLocale } from 'next-intl'
import { relative } from './relative'
import { useNow } from './useNow'

/** "3 hr. ago", kept up to date; the exact time in a tooltip. */
export function RelativeTime({ at }: { at: Date }) {
  const locale = useLocale()
  const now = useNow(30_000)
  return (
    <Tooltip label={new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' }).format(at)}>
      <time dateTime={at.toISOString()} suppressHydrationWarning>
        {relative(at.getTime(), now, locale)}
      </time>
    </Tooltip>
  )
}
