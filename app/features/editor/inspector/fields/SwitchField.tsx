import { Switch } from '@mantine/core'
import { useId } from 'react'
import type { FieldProps } from '../field-props'
import { FieldProblems } from './FieldProblems'
import classes from './Fields.module.css'

/** Yes or no. */
export function SwitchField({ value, onChange, label, help, problems, readOnly }: FieldProps) {
  const id = useId()
  return (
    <div>
      <div className={classes.switchLine}>
        <label htmlFor={id} className={classes.label}>
          {label}
        </label>
        <Switch
          id={id}
          size="sm"
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
          disabled={readOnly}
          aria-describedby={help ? `${id}-help` : undefined}
        />
      </div>
      {help && (
        <p className={classes.help} id={`${id}-help`}>
          {help}
        </p>
      )}
      <FieldProblems problems={problems} />
    </div>
  )
}
