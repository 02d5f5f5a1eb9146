import { Alert, Button } from '@mantine/core'
import { IconAlertCircle, IconAlertTriangle } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import type { Diagnostic } from '@/engine/flow'
import { findNode } from '../model/edits/nodes'
import { useActions, useEditor, useSession, useUi } from '../session/EditorContext'
import { useFindingText } from '../words/useFindingText'
import { useNodeWords } from '../words/useNodeWords'
import classes from './ChangeSummary.module.css'

const SHOWN = 4

/** Errors stop publishing, warnings do not; both lead to the list. */
export function PublishProblems({ onShow }: { onShow: () => void }) {
  const t = useTranslations('editor.publish')
  const { ui } = useSession()
  const actions = useActions()
  const diagnostics = useUi((state) => state.diagnostics)
  const errors = diagnostics.filter((problem) => problem.severity === 'error')
  const shown = errors.length > 0 ? errors : diagnostics
  if (shown.length === 0) return null
  const blocked = errors.length > 0
  return (
    <Alert
      color={blocked ? 'red' : 'yellow'}
      variant="light"
      icon={blocked ? <IconAlertCircle size={18} /> : <IconAlertTriangle size={18} />}
      title={blocked ? t('blocked', { count: errors.length }) : t('warned', { count: shown.length })}
    >
      <ul className={classes.problems}>
        {shown.slice(0, SHOWN).map((problem, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: findings have no identity besides their place
          <li key={index}>
            <button
              type="button"
              className={classes.problem}
              onClick={() => {
                onShow()
                actions.goToProblem(problem)
              }}
            >
              <Sentence problem={problem} />
            </button>
          </li>
        ))}
        {shown.length > SHOWN && <li>{t('more', { count: shown.length - SHOWN })}</li>}
      </ul>
      <Button
        size="compact-xs"
        variant="default"
        mt="xs"
        onClick={() => {
          onShow()
          ui.setState({ problemsOpen: true })
        }}
      >
        {t('showProblems')}
      </Button>
    </Alert>
  )
}

/** The finding, after the name of its step: two steps may have the same one. */
function Sentence({ problem }: { problem: Diagnostic }) {
  const t = useTranslations('editor.publish')
  const text = useFindingText()
  const words = useNodeWords()
  const title = useEditor(({ document }) => {
    const node = problem.nodeId && findNode(document, problem.nodeId)
    return node ? words.title(node) : null
  })
  return title === null ? text(problem) : t('problemOf', { step: title, problem: text(problem) })
}
