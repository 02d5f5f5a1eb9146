import { useTranslations } from 'next-intl'
import classes from './CardHeader.module.css'
import type { StepTrace } from './types'

/** At which points of the call this step was visited. */
export function VisitBadge({ trace }: { trace: StepTrace }) {
  const t = useTranslations('editor.card')
  const shown =
    trace.visits.length > 3 ? [...trace.visits.slice(0, 2).map(String), '…', String(trace.visits.at(-1))] : trace.visits.map(String)
  const label = t('visits', { numbers: trace.visits.join(', ') })
  return (
    <span className={classes.visits} data-failed={trace.failed || undefined} title={label}>
      <span aria-hidden>{shown.join(' ')}</span>
      <span className={classes.hidden}>{label}</span>
    </span>
  )
}
