import type { Diagnostic } from '@/engine/flow'
import { SeverityIcon } from '../../canvas/ProblemBadge'
import { useDiagnosticText } from '../../words/useDiagnosticText'
import classes from './Fields.module.css'

/** What is wrong with a field, under it. */
export function FieldProblems({ id, problems }: { id?: string; problems: readonly Omit<Diagnostic, 'nodeId'>[] }) {
  const text = useDiagnosticText()
  if (problems.length === 0) return null
  return (
    <div id={id} className={classes.problems} aria-live="polite">
      {problems.map((problem) => (
        <p key={`${problem.code} ${problem.range?.start} ${problem.message}`} className={classes.problem} data-severity={problem.severity}>
          <SeverityIcon severity={problem.severity} size={13} />
          {text(problem)}
        </p>
      ))}
    </div>
  )
}
