import { Alert, Button, Group, Stack, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useStore } from 'zustand'
import { problemOf } from '@/app/features/shared/problem'
import { useTRPC } from '@/app/features/shared/trpc'
import { useProblemText } from '@/app/features/shared/useProblemText'
import { beyond, findingsIn } from '../problems/server-findings'
import { useSession, useUi } from '../session/EditorContext'
import { useUnpublished } from '../session/useFlowMeta'
import { ChangeSummary } from './ChangeSummary'
import { PublishProblems } from './PublishProblems'

/** What changes, what stands in the way, and a note for those who come after. */
export function PublishForm({ onPublished, onCancel }: { onPublished: (version: number) => void; onCancel: () => void }) {
  const t = useTranslations('editor.publish')
  const { flowId, autosave, ui } = useSession()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const text = useProblemText()
  const [note, setNote] = useState('')
  const { comparison, changed } = useUnpublished()
  const saving = useStore(autosave.state)
  const errors = useUi((state) => state.diagnostics.filter((problem) => problem.severity === 'error').length)
  const publish = useMutation(trpc.flows.publish.mutationOptions())
  const refused = publish.isError && problemOf(publish.error).code === 'FLOW_HAS_ERRORS'
  const [unsaved, setUnsaved] = useState(false)
  const [saves, setSaves] = useState(false)

  async function submit() {
    // a second press while the first is under way would make a second version
    if (saves || publish.isPending || publish.isSuccess) return
    setUnsaved(false)
    setSaves(true)
    await autosave.flush()
    setSaves(false)
    if (autosave.unsaved()) {
      setUnsaved(true)
      return
    }
    publish.mutate(
      { flowId, revision: autosave.revision(), note: note.trim() },
      {
        onSuccess: async ({ number }) => {
          // what is live is known before the dialog goes on: calling comes next
          await queries.invalidateQueries({ queryKey: trpc.flows.get.queryKey({ flowId }) })
          void queries.invalidateQueries({ queryKey: trpc.flows.versions.queryKey({ flowId }) })
          void queries.invalidateQueries({ queryKey: trpc.flows.list.queryKey() })
          onPublished(number)
        },
        onError: (error) => {
          // what the server knows of the modules, the browser does not: shown with the rest, in the list too
          const found = findingsIn(error)
          const { diagnostics, serverFindings } = ui.getState()
          if (found.length > 0) ui.setState({ serverFindings: [...serverFindings, ...beyond(diagnostics, found)] })
          // someone saved in the same moment: their work comes in, and one looks again before publishing
          if (problemOf(error).code === 'DRAFT_STALE') void queries.invalidateQueries({ queryKey: trpc.flows.get.queryKey({ flowId }) })
        },
      },
    )
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (errors === 0) void submit()
      }}
    >
      <Stack gap="md">
        <ChangeSummary comparison={comparison} />
        <PublishProblems onShow={onCancel} />
        <Textarea
          label={t('note')}
          placeholder={t('notePlaceholder')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={2000}
          data-autofocus
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && errors === 0) void submit()
          }}
        />
        {publish.isError && !(refused && errors > 0) && (
          <Alert color="red" variant="light" role="alert">
            {text(publish.error)}
          </Alert>
        )}
        {unsaved && (
          <Alert color="orange" variant="light" role="alert">
            {saving.kind === 'conflict' ? t('unsavedConflict') : t('unsaved')}
          </Alert>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            {t('cancel')}
          </Button>
          <Button
            type="submit"
            loading={saves || publish.isPending || publish.isSuccess}
            disabled={errors > 0}
            data-testid="publish-confirm"
          >
            {changed ? t('submit') : t('submitUnchanged')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
