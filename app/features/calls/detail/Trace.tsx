'use client'

import { useTranslations } from 'next-intl'
import { StatusBadge } from '@/app/ui/feedback/StatusBadge'
import type { Call } from './CallHeader'
import classes from './Trace.module.css'
import { TraceStep } from './TraceStep'
import type { Step } from './useSelectedStep'

interface Props {
  session: Call['sessions'][number]
  selected: Step | undefined
  onSelect: (visit: number | null) => void
}

/** Every step in the order of the call. */
export function Trace({ session, selected, onSelect }: Props) {
  const t = useTranslations('calls.detail')
  const { steps } = session
  return (
    <section className={classes.trace} aria-label={t('trace')}>
      <header className={classes.head}>
        <h2 className={classes.title}>{t('trace')}</h2>
        {session.status === 'active' ? (
          <StatusBadge tone="ok" pulse>
            {t('following')}
          </StatusBadge>
        ) : (
          <span className={classes.dim}>{t('stepCount', { count: steps.length })}</span>
        )}
      </header>
      {steps.length === 0 && <p className={classes.none}>{t('noSteps')}</p>}
      <ol className={classes.steps}>
        {steps.map((step) => (
          <TraceStep
            key={step.visit}
            step={step}
            session={session}
            open={step.visit === selected?.visit}
            onToggle={() => onSelect(step.visit === selected?.visit ? null : step.visit)}
          />
        ))}
      </ol>
    </section>
  )
}
