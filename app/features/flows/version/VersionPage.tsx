'use client'

import { Button, Skeleton } from '@mantine/core'
import { IconRestore, IconRocket } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { ErrorState } from '@/app/features/shared/ErrorState'
import { Guard } from '@/app/features/shared/Guard'
import { useCan } from '@/app/features/shared/me'
import { useTRPC } from '@/app/features/shared/trpc'
import { StatusBadge } from '@/app/ui/feedback/StatusBadge'
import { BackLink } from '@/app/ui/layout/BackLink'
import { PageHeader } from '@/app/ui/layout/PageHeader'
import { useVersionActions } from './useVersionActions'
import { VersionFacts } from './VersionFacts'
import { VersionList } from './VersionList'
import { VersionMap } from './VersionMap'
import classes from './VersionPage.module.css'

/** One published version as it was drawn, beside all others. */
export function VersionPage({ flowId, versionId }: { flowId: string; versionId: string }) {
  return (
    <Guard permission="flow.view" whole>
      <Version flowId={flowId} versionId={versionId} />
    </Guard>
  )
}

function Version({ flowId, versionId }: { flowId: string; versionId: string }) {
  const t = useTranslations('flows.versionPage')
  const trpc = useTRPC()
  const can = useCan()
  const version = useQuery(trpc.flows.version.queryOptions({ versionId }))
  const versions = useQuery(trpc.flows.versions.queryOptions({ flowId }))
  const { goLive, restore, pending } = useVersionActions(flowId)
  const entry = versions.data?.find((other) => other.versionId === versionId)
  if (version.isError && !version.data) {
    return (
      <main className={classes.page}>
        <PageHeader back={<BackLink href={`/flows/${flowId}`} label={t('back')} />} title={t('others')} />
        <ErrorState error={version.error} onRetry={() => void version.refetch()} />
      </main>
    )
  }
  return (
    <main className={classes.page}>
      <PageHeader
        back={<BackLink href={`/flows/${flowId}`} label={t('back')} />}
        title={
          version.data ? (
            t('title', { name: version.data.document.name, number: version.data.number })
          ) : (
            <Skeleton height={18} width={240} />
          )
        }
        meta={
          <>
            {entry?.live && <StatusBadge tone="ok">{t('live')}</StatusBadge>}
            <StatusBadge tone="neutral">{t('readOnly')}</StatusBadge>
          </>
        }
        actions={
          entry && (
            <>
              {can('flow.edit') && (
                <Button
                  variant="default"
                  leftSection={<IconRestore size={16} stroke={1.75} />}
                  loading={pending}
                  onClick={() => restore(entry)}
                >
                  {t('restore')}
                </Button>
              )}
              {can('flow.publish') && !entry.live && (
                <Button leftSection={<IconRocket size={16} stroke={1.75} />} loading={pending} onClick={() => goLive(entry)}>
                  {t('goLive')}
                </Button>
              )}
            </>
          )
        }
      >
        {entry && <VersionFacts version={entry} />}
      </PageHeader>
      <div className={classes.body}>
        <div className={classes.map}>{version.data && <VersionMap flowId={flowId} document={version.data.document} />}</div>
        <VersionList flowId={flowId} versions={versions.data} current={versionId} />
      </div>
    </main>
  )
}
