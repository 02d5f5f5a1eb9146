import { memo, useState } from 'react'
import classes from './ConfigForm.module.css'
import { FieldRow } from './FieldRow'
import { useFormScope } from './FormContext'
import { FormSection } from './FormSection'
import type { FieldSpec } from './field-spec'
import { isShown } from './shown'

/** A step's form, derived from its type's schema: plain fields first, then its sections; `advanced` folded. */
export const ConfigForm = memo(function ConfigForm({ fields }: { fields: readonly FieldSpec[] }) {
  const { node, problems } = useFormScope()
  const shown = fields.filter((field) => isShown(field, node.config))
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
      {sections.map((section) => {
        const own = shown.filter((field) => field.section === section)
        const troubled = problems.filter((problem) => own.some((field) => field.key === problem.path?.[0])).length
        return <Section key={section} section={section} fields={own} problems={troubled} />
      })}
    </>
  )
})

function Section({ section, fields, problems }: { section: string; fields: readonly FieldSpec[]; problems: number }) {
  const { node } = useFormScope()
  const [opened, setOpened] = useState(section !== 'advanced')
  return (
    <FormSection
      type={node.type}
      section={section}
      keys={fields.map((field) => field.key)}
      problems={problems}
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
