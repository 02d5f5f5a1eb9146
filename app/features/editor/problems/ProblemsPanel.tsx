import { ActionIcon, ScrollArea } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { Diagnostic } from '@/engine/flow'
import { NodeIcon } from '../canvas/NodeIcon'
import { SeverityIcon } from '../canvas/ProblemBadge'
import { useActions, useEditor, useSession, useUi } from '../session/EditorContext'
import { useFindingText } from '../words/useFindingText'
import { useNodeWords } from '../words/useNodeWords'
import { inOrder } from './next-problem'
import classes from './ProblemsPanel.module.css'

/** Everything that is wrong, errors first; a click goes to the field. */
export function ProblemsPanel() {
  const opened = useUi((state) => state.problemsOpen)
  return opened ? <Opened /> : null
}

function Opened() {
  const t = useTranslations('editor.problems')
  const { ui } = useSession()
  const diagnostics = useUi((state) => state.diagnostics)
  const sorted = useMemo(() => inOrder(diagnostics), [diagnostics])
  return (
    <section className={classes.panel} aria-label={t('title')} data-testid="problems">
      <header className={classes.head}>
        <h2 className={classes.title}>{t('title')}</h2>
        <span className={classes.hint}>{t('hint')}</span>
        <ActionIcon size="sm" aria-label={t('close')} onClick={() => ui.setState({ problemsOpen: false })}>
          <IconX size={15} />
        </ActionIcon>
      </header>
      {sorted.length === 0 ? (
        <p className={classes.none}>{t('none')}</p>
      ) : (
        <ScrollArea className={classes.scroll} type="auto" scrollbarSize={8}>
          <ul className={classes.list}>
            {sorted.map((problem, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: findings have no identity besides their place
              <Problem key={index} problem={problem} />
            ))}
          </ul>
        </ScrollArea>
      )}
    </section>
  )
}

function Problem({ problem }: { problem: Diagnostic }) {
  const t = useTranslations('editor.problems')
  const text = useFindingText()
  const words = useNodeWords()
  const actions = useActions()
  const current = useUi((state) => state.problem === problem)
  const node = useEditor((state) => state.document.nodes.find((node) => node.id === problem.nodeId))
  const field = node && problem.path && problem.path.length > 0 ? words.field(node.type, problem.path).label : null
  return (
    <li>
      <button
        type="button"
        className={classes.problem}
        aria-current={current || undefined}
        data-severity={problem.severity}
        data-code={problem.code}
        onClick={() => actions.goToProblem(problem)}
      >
        <span className={classes.severity}>
          <SeverityIcon severity={problem.severity} />
        </span>
        <span className={classes.text}>
          <span className={classes.hidden}>{t(problem.severity)}: </span>
          {text(problem)}
        </span>
        <span className={classes.where}>
          {node ? (
            <>
              <NodeIcon type={node.type} size={14} />
              {words.title(node)}
              {field && <span className={classes.field}>{field}</span>}
            </>
          ) : (
            t('flow')
          )}
        </span>
        <span className={classes.code}>{problem.code}</span>
      </button>
    </li>
  )
}
