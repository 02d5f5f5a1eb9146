import { Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './EmptyState.module.css'

interface Props {
  icon?: ReactNode
  title: ReactNode
  description?: ReactNode
  /** Anything wider between the words and the buttons. */
  children?: ReactNode
  /** The next thing to do. */
  action?: ReactNode
  /** `bad` colours the icon for a failure. */
  tone?: 'neutral' | 'bad'
  /** Level of its heading: 1 where it is the whole page. */
  level?: 1 | 2
}

/** What a page shows when it has nothing to show: why, and what to do. */
export function EmptyState({ icon, title, description, children, action, tone = 'neutral', level = 2 }: Props) {
  return (
    <div className={classes.empty} data-tone={tone}>
      {icon && (
        <div className={classes.icon} aria-hidden>
          {icon}
        </div>
      )}
      <Title order={level} className={classes.title}>
        {title}
      </Title>
      {description && <div className={classes.description}>{description}</div>}
      {children}
      {action && <div className={classes.action}>{action}</div>}
    </div>
  )
}
