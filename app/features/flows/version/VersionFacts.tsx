import { useTranslations } from 'next-intl'
import type { Outputs } from '@/app/features/shared/trpc'
import { DateTime } from '@/app/ui/time/DateTime'
import classes from './VersionPage.module.css'

/** Note, author, date and calls of a version. */
export function VersionFacts({ version }: { version: Outputs['flows']['versions'][number] }) {
  const t = useTranslations('flows.versionPage')
  return (
    <div className={classes.facts}>
      <span className={classes.note}>{version.note || t('noNote')}</span>
      <span>
        {version.createdBy ? t('publishedBy', { name: version.createdBy }) : t('published')} ·{' '}
        <DateTime at={version.createdAt} format="full" />
      </span>
      <span>{t('calls', { count: version.calls })}</span>
    </div>
  )
}
