import { Popover } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { type ReactElement, useState } from 'react'
import { StatusDot } from '@/app/ui/feedback/StatusBadge'
import classes from './HealthPopover.module.css'
import type { useHealth } from './useHealth'

interface Props {
  readonly state: NonNullable<ReturnType<typeof useHealth>>
  readonly position: 'right-end' | 'top-start'
  /** What it opens at, e.g. a button. */
  readonly children: (toggle: { readonly opened: boolean; readonly onClick: () => void }) => ReactElement
}

/** What is the matter with the installation, and what to do. */
export function HealthPopover({ state, position, children }: Props) {
  const t = useTranslations('shell.health')
  const [opened, setOpened] = useState(false)
  const { telephony, sipPort } = state.health ?? {}
  // The reason is Asterisk's own words; of an engine that is down it could only repeat the text above, in English.
  const aboutAsterisk = state.key === 'noTelephony' || state.key === 'telephonyDown'
  return (
    <Popover opened={opened} onChange={setOpened} position={position} width={320} withinPortal trapFocus={false}>
      <Popover.Target>{children({ opened, onClick: () => setOpened(!opened) })}</Popover.Target>
      <Popover.Dropdown className={classes.panel}>
        <p className={classes.title}>
          <StatusDot tone={state.tone} />
          {t(`${state.key}.title`, { port: String(sipPort ?? '') })}
        </p>
        <p className={classes.text}>{t(`${state.key}.text`, { port: String(sipPort ?? '') })}</p>
        {aboutAsterisk && telephony?.reason && <p className={classes.reason}>{telephony.reason}</p>}
        {telephony?.version && <p className={classes.version}>Asterisk {telephony.version}</p>}
      </Popover.Dropdown>
    </Popover>
  )
}
