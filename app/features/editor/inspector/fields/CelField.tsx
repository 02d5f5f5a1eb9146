import { useMemo } from 'react'
import { checkExpression } from '@/engine/flow/expressions'
import { CodeField } from '../code/CodeField'
import type { FieldProps } from '../field-props'
import { useBare } from './bare'
import { FieldFrame } from './FieldFrame'
import { useExpressionScope } from './useExpressionScope'

/** An expression on one line. */
export function CelField({ spec, path, value, onChange, label, help, problems, readOnly }: FieldProps) {
  const bare = useBare()
  const scope = useExpressionScope(spec.extra)
  const text = typeof value === 'string' ? value : ''
  const expects = spec.input.kind === 'cel' ? spec.input.expects : 'any'
  const findings = useMemo(() => (text.trim() === '' ? [] : checkExpression(text, scope, expects)), [text, scope, expects])
  // the compiler's findings about the expression come a moment later and say the same
  const others = problems.filter((problem) => findings.length === 0 || !problem.range)
  return (
    <FieldFrame label={label} help={help} problems={[...findings, ...others]}>
      {({ id, describedBy }) => (
        <CodeField
          id={id}
          describedBy={describedBy}
          label={label}
          placeholder={bare ? label : undefined}
          language="cel"
          value={text}
          onChange={(next) => onChange(next === '' && spec.optional ? undefined : next)}
          scope={scope}
          findings={findings}
          readOnly={readOnly}
          path={path}
        />
      )}
    </FieldFrame>
  )
}
