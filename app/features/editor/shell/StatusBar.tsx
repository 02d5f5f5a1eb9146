import { UnstyledButton } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { HealthWarning } from '@/app/features/shell/HealthWarning'
import { KeyHint } from '@/app/ui/feedback/KeyHint'
import { StatusDot } from '@/app/ui/feedback/StatusBadge'
import { SeverityIcon } from '../canvas/ProblemBadge'
import { useEditor, useSession, useUi } from '../session/EditorContext'
import classes from './StatusBar.module.css'

/** The last line: problems, size, calls, and where help is. */
export function StatusBar() {
  const t = useTranslations('editor.status')
  const { ui } = useSession()
  const errors = useUi((state) => state.diagnostics.filter((problem) => problem.severity === 'error').length)
  const warnings = useUi((state) => state.diagnostics.filter((problem) => problem.severity === 'warning').length)
  const opened = useUi((state) => state.problemsOpen)
  const calls = useUi((state) => [...state.live.values()].reduce((sum, count) => sum + count, 0))
  const steps = useEditor((state) => state.document.nodes.length)
  const selected = useEditor((state) => state.selection.nodes.length + state.selection.notes.length)
  return (
    <footer className={classes.bar}>
      <UnstyledButton
        className={classes.problems}
        aria-expanded={opened}
        onClick={() => ui.setState({ problemsOpen: !opened })}
        data-testid="problems-toggle"
      >
        {errors + warnings === 0 ? (
          <span className={classes.count} data-tone="ok">
            <IconCircleCheck size={14} stroke={1.75} aria-hidden />
            {t('noProblems')}
          </span>
        ) : (
          <>
            {errors > 0 && (
              <span className={classes.count} data-tone="bad">
                <SeverityIcon severity="error" size={13} />
                {t('errors', { count: errors })}
              </span>
            )}
            {warnings > 0 && (
              <span className={classes.count} data-tone="warn">
                <SeverityIcon severity="warning" size={13} />
                {t('warnings', { count: warnings })}
              </span>
            )}
          </>
        )}
      </UnstyledButton>
      {calls > 0 && (
        <span className={classes.count} data-tone="ok">
          <StatusDot tone="ok" pulse />
          {t('calls', { count: calls })}
        </span>
      )}
      <HealthWarning className={classes.problems} />
      <span className={classes.gap} />
      <span className={classes.text}>{selected > 1 ? t('selected', { count: selected }) : t('steps', { count: steps })}</span>
      <UnstyledButton className={classes.problems} onClick={() => ui.setState({ dialog: 'shortcuts' })}>
        {t('shortcuts')} <KeyHint keys={['?']} />
      </UnstyledButton>
    </footer>
  )
}
