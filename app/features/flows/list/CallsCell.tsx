import { useFormatter, useTranslations } from 'next-intl'
import classes from './FlowTable.module.css'
import type { FlowRow } from './filter'

/** Calls of the last seven days, and how many of them failed. */
export function CallsCell({ flow }: { flow: FlowRow }) {
  const t = useTranslations('flows')
  const format = useFormatter()
  const { callsLast7Days: calls, failedLast7Days: failed } = flow
  if (calls === 0) return <span className={classes.dim}>–</span>
  return (
    <span className="pb-num" title={t('callsLabel', { calls, failed })}>
      {format.number(calls)}
      {failed > 0 && <span className={classes.bad}> · {t('callsFailed', { count: failed })}</span>}
    </span>
  )
}
