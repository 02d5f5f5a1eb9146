import { useFormScope } from '../FormContext'
import type { FieldProps } from '../field-props'
import { isShown } from '../shown'
import { FieldFrame } from './FieldFrame'
import classes from './Fields.module.css'

/** Fields that belong together. */
export function GroupField({ spec, path, value, label, help, problems }: FieldProps) {
  const { Field } = useFormScope()
  return (
    <FieldFrame label={label} help={help} problems={problems} group>
      {() => (
        <div className={classes.group}>
          {spec.fields
            .filter((field) => isShown(field, value))
            .map((field) => (
              <Field key={field.key} spec={field} base={path} />
            ))}
        </div>
      )}
    </FieldFrame>
  )
}
