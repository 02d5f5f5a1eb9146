import { useState } from 'react'
import classes from './ConfigForm.module.css'
import { FieldRow } from './FieldRow'
import { useFormScope } from './FormContext'
import { FormSection } from './FormSection'
import type { FieldSpec } from './field-spec'
import { isShown } from './shown'
import { useConfig } from './useConfig'
import { useProblems } from './useProblems'

/** A step's form, derived from its type's schema: plain fields first, then its sections; `advanced` folded. */
export function ConfigForm({ fields }: { fields: readonly FieldSpec[] }) {
  // as one string: the form is drawn anew only when another set of fields is shown
  const keys = useConfig((config) =>
    fields
      .filter((field) => isShown(field, config))
      .map((field) => field.key)
      .join(' '),
  ).split(' ')
  const shown = fields.filter((field) => keys.includes(field.key))
  const plain = shown.filter((field) => !field.section)
  const sections = [...new Set(shown.flatMap((field) => (field.section ? [field.section] : [])))]
  return (
    <>
      {plain.length > 0 && (
        <div className={classes.fields}>
          {plain.map((field) => (
            <FieldRow key={field.key} spec={field} />
          ))}
        </div>
      )}
      {sections.map((section) => (
        <Section key={section} section={section} fields={shown.filter((field) => field.section === section)} />
      ))}
    </>
  )
}

function Section({ section, fields }: { section: string; fields: readonly FieldSpec[] }) {
  const { nodeId, type } = useFormScope()
  const problems = useProblems(nodeId, (problem) => fields.some((field) => field.key === problem.path?.[0]))
  const [opened, setOpened] = useState(section !== 'advanced')
  return (
    <FormSection
      type={type}
      section={section}
      keys={fields.map((field) => field.key)}
      problems={problems.length}
      opened={opened}
      onToggle={setOpened}
    >
      <div className={classes.fields}>
        {fields.map((field) => (
          <FieldRow key={field.key} spec={field} />
        ))}
      </div>
    </FormSection>
  )
}
