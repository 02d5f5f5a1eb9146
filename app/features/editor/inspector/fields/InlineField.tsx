import { NumberInput, Select, TextInput } from '@mantine/core'
import { useMemo } from 'react'
import { equal } from '../../model/equal'
import { useNodeWords } from '../../words/useNodeWords'
import { FieldRow, valueOf } from '../FieldRow'
import { useFormScope } from '../FormContext'
import type { FieldPath } from '../field-props'
import type { FieldSpec } from '../field-spec'
import { OneKey } from './KeysField'

/** A field in a line with others: its label is its placeholder. */
export function InlineField({ spec, base }: { spec: FieldSpec; base: FieldPath }) {
  const { node, problems, readOnly, change } = useFormScope()
  const words = useNodeWords()
  const path = useMemo(() => (spec.key === '' ? base : [...base, spec.key]), [base, spec.key])
  const { label, option } = words.field(node.type, path)
  const value = valueOf(spec, node.config, path)
  const own = problems.filter((problem) => problem.path && equal(problem.path, path))
  const error = own.some((problem) => problem.severity === 'error')
  const field = JSON.stringify(path)
  switch (spec.input.kind) {
    case 'keys':
      return (
        <div data-field={field} data-narrow>
          <OneKey spec={spec} value={value} onChange={(next) => change(path, next)} label={label} problems={own} readOnly={readOnly} />
        </div>
      )
    case 'text':
      return (
        <TextInput
          data-field={field}
          aria-label={label}
          placeholder={label}
          value={typeof value === 'string' ? value : ''}
          maxLength={spec.maxLength}
          readOnly={readOnly}
          error={error}
          onChange={(event) => change(path, event.currentTarget.value)}
        />
      )
    case 'number':
      return (
        <NumberInput
          data-field={field}
          aria-label={label}
          placeholder={label}
          value={typeof value === 'number' ? value : ''}
          min={spec.min}
          max={spec.max}
          readOnly={readOnly}
          error={error}
          onChange={(next) => typeof next === 'number' && change(path, next)}
        />
      )
    case 'select':
      return (
        <Select
          data-field={field}
          aria-label={label}
          data={spec.options.map((one) => ({ value: one, label: option(one) }))}
          value={typeof value === 'string' ? value : null}
          allowDeselect={false}
          readOnly={readOnly}
          error={error}
          comboboxProps={{ withinPortal: true, shadow: 'lg' }}
          onChange={(next) => next !== null && change(path, next)}
        />
      )
    default:
      return <FieldRow spec={spec} base={base} />
  }
}
