import { useMemo } from 'react'
import { getAt } from '../model/edits/flow'
import { equal } from '../model/equal'
import { useNodeWords } from '../words/useNodeWords'
import { useFormScope } from './FormContext'
import type { FieldPath } from './field-props'
import type { FieldSpec } from './field-spec'
import { fieldComponents } from './fields/registry'

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
        value={valueOf(spec, node.config, path)}
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

/** What is stored, else what the schema takes where nothing is. */
export function valueOf(spec: FieldSpec, config: unknown, path: FieldPath): unknown {
  return getAt(config, path) ?? (spec.optional ? undefined : spec.initial)
}

/** Whether a field is shown, by its sibling's value. */
export function isShown(spec: FieldSpec, siblings: unknown): boolean {
  if (spec.input.kind === 'hidden') return false
  if (!spec.when) return true
  const value = getAt(siblings, [spec.when.field])
  return spec.when.is.some((one) => one === value)
}
