import { ScrollArea, Skeleton } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ErrorState } from '@/app/features/shared/ErrorState'
import { useTRPC } from '@/app/features/shared/trpc'
import { EmptyState } from '@/app/ui/feedback/EmptyState'
import { useSession } from '../session/EditorContext'
import { VersionRow } from './VersionRow'
import classes from './VersionsPanel.module.css'
import { VersionViewer } from './VersionViewer'

/** Every version that was published, newest first. */
export function VersionsPanel() {
  const t = useTranslations('editor.versions')
  const trpc = useTRPC()
  const { flowId } = useSession()
  const versions = useQuery(trpc.flows.versions.queryOptions({ flowId }))
  const [viewed, setViewed] = useState<string | null>(null)
  if (versions.isError) return <ErrorState error={versions.error} onRetry={() => void versions.refetch()} />
  if (!versions.data)
    return (
      <div className={classes.loading} aria-busy>
        <Skeleton height={64} />
        <Skeleton height={64} />
        <Skeleton height={64} />
      </div>
    )
  if (versions.data.length === 0)
    return <EmptyState icon={<IconHistory size={20} stroke={1.75} />} title={t('empty')} description={t('emptyText')} />
  const shown = versions.data.find((version) => version.versionId === viewed)
  return (
    <>
      <ScrollArea className={classes.scroll} type="hover" scrollbarSize={6}>
        <ol className={classes.list}>
          {versions.data.map((version) => (
            <VersionRow key={version.versionId} version={version} onView={() => setViewed(version.versionId)} />
          ))}
        </ol>
      </ScrollArea>
      {shown && <VersionViewer version={shown} onClose={() => setViewed(null)} />}
    </>
  )
}
