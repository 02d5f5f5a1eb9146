import { Modal } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useEditor, useSession, useUi } from '../session/EditorContext'
import { useFlowMeta } from '../session/useFlowMeta'
import { AssignNumber } from './AssignNumber'
import { PublishedNote } from './PublishedNote'
import { PublishForm } from './PublishForm'

/** Publishing in one or two steps: what changes for callers and a note; then a number, if none leads here yet. */
export function PublishDialog() {
  const { ui } = useSession()
  const opened = useUi((state) => state.dialog === 'publish')
  // opening again begins anew
  const [round, setRound] = useState(0)
  if (!opened) return null
  const close = () => {
    ui.setState({ dialog: null })
    setRound(round + 1)
  }
  return <Opened key={round} onClose={close} />
}

function Opened({ onClose }: { onClose: () => void }) {
  const t = useTranslations('editor.publish')
  const kind = useEditor((state) => state.document.kind)
  const { numbers } = useFlowMeta()
  const [published, setPublished] = useState<number | null>(null)
  const [assigned, setAssigned] = useState<string | null>(null)
  const needsNumber = published !== null && kind !== 'module' && numbers.length === 0 && assigned === null
  const title =
    published === null ? t('title') : needsNumber ? t('assignTitle', { number: published }) : t('doneTitle', { number: published })
  return (
    <Modal opened onClose={onClose} title={title} size={560} closeButtonProps={{ 'aria-label': t('close') }}>
      {published === null ? (
        <PublishForm onPublished={setPublished} onCancel={onClose} />
      ) : needsNumber ? (
        <AssignNumber onAssigned={setAssigned} onSkip={onClose} />
      ) : (
        <PublishedNote number={assigned ?? numbers[0]} onClose={onClose} />
      )}
    </Modal>
  )
}
