import { useMemo } from 'react'
import { equal } from '../model/equal'
import { useNodeWords } from '../words/useNodeWords'
import { useFormScope } from './FormContext'
import type { FieldPath } from './field-props'
import type { FieldSpec } from './field-spec'
import { fieldComponents } from './fields/registry'
import { shownValue } from './shown'

/** One field of the form: its words, its value, its problems, and the component for its kind. */
export function FieldRow({ spec, base = [], label }: { spec: FieldSpec; base?: FieldPath; label?: string }) {
  const { node, problems, readOnly, change } = useFormScope()
  const words = useNodeWords()
  const path = useMemo(() => (spec.key === '' ? base : [...base, spec.key]), [base, spec.key])
  const own = useMemo(() => problems.filter((problem) => problem.path && equal(problem.path, path)), [problems, path])
  const { label: name, help, option } = words.field(node.type, path)
  const Field = fieldComponents[spec.input.kind]
  return (
    <div data-field={JSON.stringify(path)}>
      <Field
        spec={spec}
        path={path}
        value={shownValue(spec, node.config, path)}
        onChange={(value, also) => change(path, value, also)}
        label={label ?? name}
        help={help}
        option={option}
        problems={own}
        readOnly={readOnly}
      />
    </div>
  )
}
