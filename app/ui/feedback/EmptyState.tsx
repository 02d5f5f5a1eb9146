import { Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './EmptyState.module.css'

interface Props {
  icon?: ReactNode
  title: ReactNode
  description?: ReactNode
  /** The next thing to do. */
  action?: ReactNode
  /** `bad` colours the icon for a failure. */
  tone?: 'neutral' | 'bad'
}

/** What a page shows when it has nothing to show: why, and what to do. */
export function EmptyState({ icon, title, description, action, tone = 'neutral' }: Props) {
  return (
    <div className={classes.empty} data-tone={tone}>
      {icon && (
        <div className={classes.icon} aria-hidden>
          {icon}
        </div>
      )}
      <Title order={2} className={classes.title}>
        {title}
      </Title>
      {description && <div className={classes.description}>{description}</div>}
      {action && <div className={classes.action}>{action}</div>}
    </div>
  )
}
