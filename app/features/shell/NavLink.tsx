'use client'

import type { Icon } from '@tabler/icons-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import classes from './Navigation.module.css'

interface Props {
  href: string
  icon: Icon
  label: string
  badge?: ReactNode
  /** Paths under this one mark the link as current; `href` itself by default. */
  under?: string
}

/** One destination in the left column. */
export function NavLink({ href, icon: IconOf, label, badge, under = href }: Props) {
  const path = usePathname()
  const current = path === under || path.startsWith(`${under}/`)
  return (
    <Link href={href} className={classes.link} aria-current={current ? 'page' : undefined} title={label}>
      <IconOf className={classes.icon} stroke={1.75} aria-hidden />
      <span className={classes.label}>{label}</span>
      {badge}
    </Link>
  )
}
