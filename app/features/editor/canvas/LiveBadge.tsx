import { useTranslations } from 'next-intl'
import classes from './CardHeader.module.css'

/** How many calls are in this step right now. */
export function LiveBadge({ calls }: { calls: number }) {
  const t = useTranslations('editor.card')
  return (
    <output className={classes.live} title={t('live', { calls })}>
      <span className={classes.pulse} aria-hidden />
      <span aria-hidden>{calls}</span>
      <span className={classes.hidden}>{t('live', { calls })}</span>
    </output>
  )
}
