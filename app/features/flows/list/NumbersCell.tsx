import { useTranslations } from 'next-intl'
import { CodeText } from '@/app/ui/data/CodeText'
import classes from './FlowTable.module.css'
import type { FlowRow } from './filter'

/** The numbers that a flow answers: two, and how many more. */
export function NumbersCell({ flow }: { flow: FlowRow }) {
  const t = useTranslations('flows')
  if (flow.kind === 'module') return <span className={classes.dim}>–</span>
  if (flow.numbers.length === 0) return <span className={classes.dim}>{t('noNumber')}</span>
  const rest = flow.numbers.slice(2)
  return (
    <span className={classes.numbers}>
      {flow.numbers.slice(0, 2).map((number) => (
        <CodeText key={number}>{number}</CodeText>
      ))}
      {rest.length > 0 && (
        <span className={classes.dim} title={rest.join(', ')}>
          {t('moreNumbers', { count: rest.length })}
        </span>
      )}
    </span>
  )
}
