'use client'

import { Popover, UnstyledButton } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { StatusDot } from '@/app/ui/feedback/StatusBadge'
import classes from './HealthIndicator.module.css'
import nav from './Navigation.module.css'
import { useHealth } from './useHealth'

/** Whether calls can come in right now, and if not, why and what to do. */
export function HealthIndicator() {
  const t = useTranslations('shell.health')
  const [open, setOpen] = useState(false)
  const state = useHealth()
  if (!state) return <Checking />
  const { telephony, sipPort } = state.health ?? {}
  return (
    <Popover opened={open} onChange={setOpen} position="right-end" width={320} withinPortal trapFocus={false}>
      <Popover.Target>
        <UnstyledButton className={nav.link} data-open={open || undefined} onClick={() => setOpen(!open)} title={t(`${state.key}.short`)}>
          <span className={classes.dot}>
            <StatusDot tone={state.tone} />
          </span>
          <span className={nav.label}>{t(`${state.key}.short`)}</span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={classes.panel}>
        <p className={classes.title}>
          <StatusDot tone={state.tone} />
          {t(`${state.key}.title`, { port: String(sipPort ?? '') })}
        </p>
        <p className={classes.text}>{t(`${state.key}.text`, { port: String(sipPort ?? '') })}</p>
        {state.tone !== 'ok' && telephony?.reason && <p className={classes.reason}>{telephony.reason}</p>}
        {telephony?.version && <p className={classes.version}>Asterisk {telephony.version}</p>}
      </Popover.Dropdown>
    </Popover>
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
