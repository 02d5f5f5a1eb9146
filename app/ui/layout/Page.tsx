import type { ReactNode } from 'react'
import classes from './Page.module.css'

/** A screen: a header that stays, and content that scrolls under it. `width="narrow"` suits forms and settings. */
export function Page({ header, width = 'full', children }: { header: ReactNode; width?: 'full' | 'narrow'; children: ReactNode }) {
  return (
    <div className={classes.page} data-width={width}>
      {header}
      <div className={classes.scroll} data-page-scroll>
        <div className={classes.content}>{children}</div>
      </div>
    </div>
  )
}
