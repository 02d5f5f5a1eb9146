import { Alert, Button, Group, Loader, Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useTRPC } from '@/app/features/shared/trpc'
import { useProblemText } from '@/app/features/shared/useProblemText'
import { FlowMap } from '../map/FlowMap'
import { apply } from '../model/apply'
import { compare } from '../model/compare'
import { openDocument } from '../model/open'
import { diff } from '../model/patch'
import { ChangeSummary } from '../publish/ChangeSummary'
import { useEditor, useSession, useSurroundings } from '../session/EditorContext'
import type { Version } from './VersionRow'
import classes from './VersionsPanel.module.css'

/** A version as it was drawn, how the draft differs from it, and the way to bring it back into the draft (undoable). */
export function VersionViewer({ version, onClose }: { version: Version; onClose: () => void }) {
  const t = useTranslations('editor.versions')
  const trpc = useTRPC()
  const text = useProblemText()
  const { editor } = useSession()
  const draft = useEditor((state) => state.document)
  const known = useSurroundings((state) => state.modules)
  const modules = useMemo(() => [...known.values()], [known])
  const readOnly = useEditor((state) => state.readOnly)
  const details = useQuery(trpc.flows.version.queryOptions({ versionId: version.versionId }, { staleTime: Number.POSITIVE_INFINITY }))
  const document = useMemo(() => (details.data ? openDocument(details.data.document) : null), [details.data])
  const comparison = useMemo(() => (document ? compare(document, draft) : null), [document, draft])
  const restore = () => {
    if (!document) return
    editor.getState().run({ name: 'restore-version', edit: (now) => apply(now, diff(now, document)) })
    onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('viewTitle', { number: version.number })}
      size="min(1200px, 92vw)"
      yOffset="4vh"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <div className={classes.viewer}>
        <div className={classes.map}>
          {details.isError ? (
            <Alert color="red">{text(details.error)}</Alert>
          ) : document ? (
            <FlowMap document={document} modules={modules} />
          ) : (
            <Loader className={classes.loading} />
          )}
        </div>
        {comparison && (
          <aside className={classes.compare}>
            <h3 className={classes.compareTitle}>{t('since')}</h3>
            <ChangeSummary comparison={comparison} />
          </aside>
        )}
      </div>
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={onClose}>
          {t('close')}
        </Button>
        {!readOnly && (
          <Button onClick={restore} disabled={!document}>
            {t('restore')}
          </Button>
        )}
      </Group>
    </Modal>
  )
}
