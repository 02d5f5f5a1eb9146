import { NumberInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { FieldProps } from '../field-props'
import { FieldFrame } from './FieldFrame'

/** A number with its unit. What is no number is not written: the field goes back to the last one that was. */
export function NumberField({ spec, value, onChange, label, help, problems, readOnly }: FieldProps) {
  const t = useTranslations('editor.fields')
  const current = typeof value === 'number' ? value : ''
  const [typed, setTyped] = useState<string | number>(current)
  useEffect(() => setTyped(current), [current])
  const input = spec.input.kind === 'number' ? spec.input : null
  const unit = input?.unit
  return (
    <FieldFrame label={label} help={help} problems={problems}>
      {({ id, describedBy }) => (
        <NumberInput
          id={id}
          aria-describedby={describedBy}
          value={typed}
          onChange={(next) => {
            setTyped(next)
            if (typeof next === 'number') onChange(next)
            else if (next === '' && spec.optional) onChange(undefined)
          }}
          onBlur={() => setTyped(current)}
          min={spec.min}
          max={spec.max}
          step={input?.step ?? 1}
          clampBehavior="blur"
          readOnly={readOnly}
          error={problems.some((problem) => problem.severity === 'error')}
          suffix={unit ? ` ${t(`units.${unit}`, { count: Number(typed) || 0 })}` : undefined}
          size="sm"
          w={unit ? 160 : 120}
        />
      )}
    </FieldFrame>
  )
}
