import { Select } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { setOutcomes } from '../../model/edits/flow'
import { useEditor } from '../../session/EditorContext'
import type { FieldProps } from '../field-props'
import { outcomeId } from '../outcome-id'
import { FieldFrame } from './FieldFrame'

/** An exit of the module that is being edited, or a new one. */
export function ModuleOutcomeField({ spec, value, onChange, label, help, problems, readOnly }: FieldProps) {
  const t = useTranslations('editor.fields')
  const outcomes = useEditor((state) => state.document.outcomes) ?? []
  const [search, setSearch] = useState('')
  const current = typeof value === 'string' && value !== '' ? value : null
  const data = outcomes.map((outcome) => ({ value: outcome.id, label: outcome.label }))
  const wanted = search.trim()
  const fresh = wanted !== '' && !outcomes.some((outcome) => outcome.label === wanted)
  return (
    <FieldFrame label={label} help={help} problems={problems}>
      {({ id, describedBy }) => (
        <Select
          id={id}
          aria-describedby={describedBy}
          data={[
            ...(current !== null && !outcomes.some((outcome) => outcome.id === current) ? [{ value: current, label: current }] : []),
            ...data,
            ...(fresh ? [{ value: '$create', label: t('createOutcome', { name: wanted }) }] : []),
          ]}
          value={current}
          searchable
          searchValue={search}
          onSearchChange={setSearch}
          onChange={(next) => {
            if (next !== '$create') return onChange(next ?? (spec.optional ? undefined : ''))
            const made = { id: outcomeId(wanted, outcomes), label: wanted.slice(0, 80) }
            onChange(made.id, (document) => setOutcomes(document, [...(document.outcomes ?? []), made]))
          }}
          placeholder={t('outcomePlaceholder')}
          nothingFoundMessage={t('typeToCreateOutcome')}
          readOnly={readOnly}
          error={problems.some((problem) => problem.severity === 'error')}
          comboboxProps={{ withinPortal: true, shadow: 'lg' }}
        />
      )}
    </FieldFrame>
  )
}
