import { SegmentedControl, Select } from '@mantine/core'
import type { FieldProps } from '../field-props'
import { FieldFrame } from './FieldFrame'

/** Up to this many short choices stand side by side. */
const SIDE_BY_SIDE = 3
const SHORT = 26

/** One of a few. */
export function SelectField({ spec, value, onChange, label, help, option, problems, readOnly }: FieldProps) {
  const data = spec.options.map((one) => ({ value: one, label: option(one) }))
  const flat = !spec.optional && data.length <= SIDE_BY_SIDE && data.reduce((sum, one) => sum + one.label.length, 0) <= SHORT
  const current = typeof value === 'string' ? value : value === undefined ? null : String(value)
  return (
    <FieldFrame label={label} help={help} problems={problems} group={flat}>
      {({ id, describedBy, labelId }) =>
        flat ? (
          <SegmentedControl
            fullWidth
            data={data}
            value={current ?? ''}
            onChange={onChange}
            readOnly={readOnly}
            aria-labelledby={labelId}
            aria-describedby={describedBy}
          />
        ) : (
          <Select
            id={id}
            aria-describedby={describedBy}
            data={data}
            value={current}
            onChange={(next) => onChange(next ?? undefined)}
            clearable={spec.optional}
            allowDeselect={false}
            searchable={data.length > 10}
            readOnly={readOnly}
            error={problems.some((problem) => problem.severity === 'error')}
            comboboxProps={{ withinPortal: true, shadow: 'lg' }}
          />
        )
      }
    </FieldFrame>
  )
}
