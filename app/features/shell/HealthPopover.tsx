import { Popover } from '@mantine/core'
import { useLocale, useTranslations } from 'next-intl'
import { type ReactElement, useState } from 'react'
import { useProblemText } from '@/app/features/shared/useProblemText'
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
  const reason = useReason(state)
  const { telephony, sipPort } = state.health ?? {}
  return (
    <Popover opened={opened} onChange={setOpened} position={position} width={320} withinPortal trapFocus={false}>
      <Popover.Target>{children({ opened, onClick: () => setOpened(!opened) })}</Popover.Target>
      <Popover.Dropdown className={classes.panel}>
        <p className={classes.title}>
          <StatusDot tone={state.tone} />
          {t(`${state.key}.title`, { port: String(sipPort ?? '') })}
        </p>
        <p className={classes.text}>{t(`${state.key}.text`, { port: String(sipPort ?? '') })}</p>
        {reason && <p className={classes.reason}>{reason}</p>}
        {telephony?.version && <p className={classes.version}>Asterisk {telephony.version}</p>}
      </Popover.Dropdown>
    </Popover>
  )
}

/** Why Asterisk is not there, where more is known than the text says. */
function useReason({ key, health }: Props['state']): string | null {
  const problemText = useProblemText()
  const english = useLocale() === 'en'
  const problem = health?.problem
  if (!problem || problem.code === 'TELEPHONY_DOWN' || (key !== 'noTelephony' && key !== 'telephonyDown')) return null
  // The sentence itself is English, and says what was tried.
  return english ? problem.message : problemText(problem)
}
