import { memo, useCallback, useMemo } from 'react'
import type { FlowDocument } from '@/engine/flow'
import { equal } from '../model/equal'
import { useNodeWords } from '../words/useNodeWords'
import { useFormScope } from './FormContext'
import type { FieldPath } from './field-props'
import type { FieldSpec } from './field-spec'
import { fieldComponents } from './fields/registry'
import { shownValue } from './shown'
import { useConfig } from './useConfig'
import { useProblems } from './useProblems'

const root: FieldPath = []

/** One field of the form: its words, its value, its problems, and the component for its kind. Drawn when one of these changes. */
export const FieldRow = memo(function FieldRow({ spec, base = root }: { spec: FieldSpec; base?: FieldPath }) {
  const { nodeId, type, readOnly, change } = useFormScope()
  const words = useNodeWords()
  const path = useMemo(() => (spec.key === '' ? base : [...base, spec.key]), [base, spec.key])
  const value = useConfig((config) => shownValue(spec, config, path))
  const problems = useProblems(nodeId, (problem) => problem.path !== undefined && equal(problem.path, path))
  const write = useCallback((next: unknown, also?: (document: FlowDocument) => FlowDocument) => change(path, next, also), [change, path])
  const Field = fieldComponents[spec.input.kind]
  return (
    <div data-field={JSON.stringify(path)}>
      <Field spec={spec} path={path} value={value} onChange={write} {...words.field(type, path)} problems={problems} readOnly={readOnly} />
    </div>
  )
})
