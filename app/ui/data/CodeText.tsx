import type { ReactNode } from 'react'
import classes from './CodeText.module.css'

/** A number, an id or a code in the monospaced face. `plain` without the grey ground. */
export function CodeText({ children, plain }: { children: ReactNode; plain?: boolean }) {
  return (
    <code className={classes.code} data-plain={plain || undefined}>
      {children}
    </code>
  )
}
