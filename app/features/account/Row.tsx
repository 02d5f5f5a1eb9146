import type { ReactNode } from 'react'
import classes from './Row.module.css'

/** A fact with its name. */
export function Row({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div className={classes.row}>
      <div className={classes.label}>{label}</div>
      <div className={classes.value}>{children}</div>
    </div>
  )
}
