import { HoverCard } from '@mantine/core'
import { IconAlertCircleFilled, IconAlertTriangleFilled } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import type { Diagnostic } from '@/engine/flow'
import { useFindingText } from '../words/useFindingText'
import classes from './ProblemBadge.module.css'

/** A step's problems: their number, and on hover what they are. */
export function ProblemBadge({ problems }: { problems: readonly Diagnostic[] }) {
  const t = useTranslations('editor.card')
  const text = useFindingText()
  const severity = problems.some((problem) => problem.severity === 'error') ? 'error' : 'warning'
  return (
    <HoverCard openDelay={150} closeDelay={50} position="top-end" width={300} shadow="lg" withinPortal>
      <HoverCard.Target>
        <span className={classes.badge} data-severity={severity} role="img" aria-label={t('problems', { count: problems.length })}>
          <SeverityIcon severity={severity} />
          {problems.length > 1 && problems.length}
        </span>
      </HoverCard.Target>
      <HoverCard.Dropdown className={classes.list}>
        {problems.slice(0, 6).map((problem) => (
          <p
            key={`${problem.code} ${problem.path?.join('.')} ${problem.outcome}`}
            className={classes.problem}
            data-severity={problem.severity}
          >
            <SeverityIcon severity={problem.severity} />
            {text(problem)}
          </p>
        ))}
        {problems.length > 6 && <p className={classes.more}>{t('moreProblems', { count: problems.length - 6 })}</p>}
      </HoverCard.Dropdown>
    </HoverCard>
  )
}

/** Errors and warnings differ in shape, not by colour alone. */
export function SeverityIcon({ severity, size = 14 }: { severity: Diagnostic['severity']; size?: number }) {
  return severity === 'error' ? <IconAlertCircleFilled size={size} aria-hidden /> : <IconAlertTriangleFilled size={size} aria-hidden />
}
