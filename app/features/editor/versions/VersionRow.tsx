import { Button, Group } from '@mantine/core'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useCan } from '@/app/features/shared/me'
import type { Outputs } from '@/app/features/shared/trpc'
import { StatusBadge } from '@/app/ui/feedback/StatusBadge'
import { RelativeTime } from '@/app/ui/time/RelativeTime'
import { useSession } from '../session/EditorContext'
import { useGoLive } from './useGoLive'
import classes from './VersionsPanel.module.css'

export type Version = Outputs['flows']['versions'][number]

/** One version: who made it, why, how often it was called; and the way back to it. */
export function VersionRow({ version, onView }: { version: Version; onView: () => void }) {
  const t = useTranslations('editor.versions')
  const can = useCan()
  const { flowId } = useSession()
  const { goLive, pending } = useGoLive()
  return (
    <li className={classes.version} data-live={version.live || undefined} data-version={version.number}>
      <div className={classes.head}>
        <Link className={classes.number} href={`/flows/${flowId}/versions/${version.versionId}`}>
          {t('number', { number: version.number })}
        </Link>
        {version.live && <StatusBadge tone="ok">{t('live')}</StatusBadge>}
        <span className={classes.when}>
          <RelativeTime at={version.createdAt} />
        </span>
      </div>
      {version.note && <p className={classes.note}>{version.note}</p>}
      <p className={classes.meta}>
        {version.createdBy ? t('by', { name: version.createdBy }) : t('bySystem')}
        {' · '}
        {t('calls', { count: version.calls })}
      </p>
      <Group gap={6} mt={8}>
        <Button size="compact-xs" variant="default" onClick={onView}>
          {t('view')}
        </Button>
        {!version.live && can('flow.publish') && (
          <Button
            size="compact-xs"
            variant="default"
            loading={pending}
            onClick={() => goLive(version)}
            data-testid={`go-live-${version.number}`}
          >
            {t('goLive')}
          </Button>
        )}
      </Group>
    </li>
  )
}
