import { useMemo } from 'react'
import { checkTemplate } from '@/engine/flow/expressions'
import { CodeField } from '../code/CodeField'
import type { FieldProps } from '../field-props'
import { useBare } from './bare'
import { FieldFrame } from './FieldFrame'
import { useExpressionScope } from './useExpressionScope'

/** Words with expressions between `{{` and `}}`. */
export function TemplateField({ spec, path, value, onChange, label, help, problems, readOnly }: FieldProps) {
  const bare = useBare()
  const scope = useExpressionScope(spec.extra)
  const text = typeof value === 'string' ? value : ''
  const findings = useMemo(() => checkTemplate(text, scope), [text, scope])
  const others = problems.filter((problem) => findings.length === 0 || !problem.range)
  const input = spec.input.kind === 'template' ? spec.input : null
  return (
    <FieldFrame label={label} help={help} problems={[...findings, ...others]}>
      {({ id, describedBy }) => (
        <CodeField
          id={id}
          describedBy={describedBy}
          label={label}
          placeholder={bare ? label : undefined}
          language={input?.language === 'json' ? 'template-json' : 'template'}
          multiline={input?.multiline ?? false}
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
