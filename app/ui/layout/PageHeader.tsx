import { Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './PageHeader.module.css'

interface Props {
  title: ReactNode
  /** One line under the title. */
  description?: ReactNode
  /** Where this page hangs, e.g. a link back to the list. */
  back?: ReactNode
  /** Facts beside the title: badges, numbers. */
  meta?: ReactNode
  actions?: ReactNode
  /** A second row: tabs or filters. */
  children?: ReactNode
}

/** Title row of a page. */
export function PageHeader({ title, description, back, meta, actions, children }: Props) {
  return (
    <header className={classes.header} data-two-lines={Boolean(description) || undefined}>
      <div className={classes.row}>
        {back}
        <div className={classes.titles}>
          <div className={classes.titleRow}>
            <Title order={1} className={classes.title}>
              {title}
            </Title>
            {meta && <div className={classes.meta}>{meta}</div>}
          </div>
          {description && <p className={classes.description}>{description}</p>}
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </div>
      {children && <div className={classes.below}>{children}</div>}
    </header>
  )
}
