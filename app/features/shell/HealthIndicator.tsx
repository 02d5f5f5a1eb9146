'use client'

import { UnstyledButton } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { StatusDot } from '@/app/ui/feedback/StatusBadge'
import classes from './HealthIndicator.module.css'
import { HealthPopover } from './HealthPopover'
import nav from './Navigation.module.css'
import { useHealth } from './useHealth'

/** Whether calls can come in right now, and if not, why and what to do. */
export function HealthIndicator() {
  const t = useTranslations('shell.health')
  const state = useHealth()
  if (!state) return <Checking />
  return (
    <HealthPopover state={state} position="right-end">
      {({ opened, onClick }) => (
        <UnstyledButton className={nav.link} data-open={opened || undefined} onClick={onClick} title={t(`${state.key}.short`)}>
          <span className={classes.dot}>
            <StatusDot tone={state.tone} />
          </span>
          <span className={nav.label}>{t(`${state.key}.short`)}</span>
        </UnstyledButton>
      )}
    </HealthPopover>
  )
}

/** Holds the place until the first answer, so that nothing jumps. */
function Checking() {
  const t = useTranslations('shell.health')
  return (
    <span className={nav.link} aria-hidden>
      <span className={classes.dot}>
        <StatusDot tone="neutral" />
      </span>
      <span className={nav.label}>{t('checking')}</span>
    </span>
  )
}
