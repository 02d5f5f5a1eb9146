'use client'

import { Skeleton, Stack } from '@mantine/core'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Outputs } from '@/app/features/shared/trpc'
import { StatusBadge } from '@/app/ui/feedback/StatusBadge'
import { RelativeTime } from '@/app/ui/time/RelativeTime'
import classes from './VersionPage.module.css'

interface Props {
  flowId: string
  versions: Outputs['flows']['versions'] | undefined
  current: string
}

/** All versions, the latest first. */
export function VersionList({ flowId, versions, current }: Props) {
  const t = useTranslations('flows')
  return (
    <nav className={classes.list} aria-label={t('versionPage.others')}>
      <h2 className={classes.listTitle}>{t('versionPage.others')}</h2>
      {!versions && (
        <Stack gap="xs" px="xs">
          <Skeleton height={36} />
          <Skeleton height={36} />
          <Skeleton height={36} />
        </Stack>
      )}
      <ul className={classes.versions}>
        {versions?.map((version) => (
          <li key={version.versionId}>
            <Link
              href={`/flows/${flowId}/versions/${version.versionId}`}
              className={classes.version}
              aria-current={version.versionId === current ? 'page' : undefined}
            >
              <span className={classes.versionHead}>
                {t('version', { number: version.number })}
                {version.live ? <StatusBadge tone="ok">{t('versionPage.live')}</StatusBadge> : <RelativeTime at={version.createdAt} />}
              </span>
              <span className={classes.versionNote}>{version.note || t('versionPage.noNote')}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
