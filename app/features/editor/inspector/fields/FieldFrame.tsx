import { Input } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import type { Diagnostic } from '@/engine/flow'
import { useBare } from './bare'
import { FieldProblems } from './FieldProblems'
import classes from './Fields.module.css'

interface Props {
  readonly label: string
  readonly help?: string
  readonly problems: readonly Diagnostic[]
  /** Beside the label, e.g. a button. */
  readonly aside?: ReactNode
  /** A group of controls rather than one that the label is for. */
  readonly group?: boolean
  readonly children: (ids: { readonly id: string; readonly describedBy: string | undefined; readonly labelId: string }) => ReactNode
}

/** A field's label, help and problems around its control. */
export function FieldFrame({ label, help, problems, aside, group, children }: Props) {
  const id = useId()
  const bare = useBare()
  const described = [help && !bare ? `${id}-help` : '', problems.length > 0 ? `${id}-problems` : ''].filter(Boolean).join(' ')
  return (
    <div className={classes.frame} {...(group ? { role: 'group', 'aria-labelledby': `${id}-label` } : {})}>
      <div className={bare ? classes.hidden : classes.labelLine}>
        <Input.Label id={`${id}-label`} htmlFor={group ? undefined : id} className={classes.label} labelElement={group ? 'div' : 'label'}>
          {label}
        </Input.Label>
        {aside}
      </div>
      {children({ id, describedBy: described || undefined, labelId: `${id}-label` })}
      {help && !bare && (
        <p className={classes.help} id={`${id}-help`}>
          {help}
        </p>
      )}
      <FieldProblems id={`${id}-problems`} problems={problems} />
    </div>
  )
}
