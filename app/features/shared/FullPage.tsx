import type { ReactNode } from 'react'
import classes from './FullPage.module.css'

/** A page of one message, in its middle. */
export function FullPage({ children }: { children: ReactNode }) {
  return <main className={classes.page}>{children}</main>
}
