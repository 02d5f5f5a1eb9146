import type { ReactNode } from 'react'
import classes from './StatusBadge.module.css'

export type Tone = 'ok' | 'warn' | 'bad' | 'accent' | 'neutral'

/** A state in a word, with a dot whose colour repeats it. `pulse` for something happening now. */
export function StatusBadge({ tone, children, pulse }: { tone: Tone; children: ReactNode; pulse?: boolean }) {
  return (
    <span className={classes.badge} data-tone={tone}>
      <StatusDot tone={tone} pulse={pulse} />
      {children}
    </span>
  )
}

/** The dot alone; put words beside it. */
export function StatusDot({ tone, pulse }: { tone: Tone; pulse?: boolean }) {
  return <span className={classes.dot} data-tone={tone} data-pulse={pulse || undefined} aria-hidden />
}
