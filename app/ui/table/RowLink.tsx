import Link from 'next/link'
import type { ReactNode } from 'react'
import classes from './DataTable.module.css'

/** The link that a table row opens; it carries the row's name. */
export function RowLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className={classes.link} data-row-link tabIndex={-1}>
      {children}
    </Link>
  )
}
