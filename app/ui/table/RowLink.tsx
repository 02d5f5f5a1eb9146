'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import type { ReactNode } from 'react'
import classes from './DataTable.module.css'

/** The link that a table row opens; it carries the row's name. Fetched ahead when pointed at, not for every row in sight. */
export function RowLink({ href, children }: { href: string; children: ReactNode }) {
  const router = useRouter()
  return (
    <Link href={href} prefetch={false} onMouseEnter={() => router.prefetch(href)} className={classes.link} data-row-link tabIndex={-1}>
      {children}
    </Link>
  )
}
