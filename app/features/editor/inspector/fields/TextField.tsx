import { Textarea, TextInput } from '@mantine/core'
import type { FieldProps } from '../field-props'
import { useBare } from './bare'
import { FieldFrame } from './FieldFrame'

/** Plain words. */
export function TextField({ spec, value, onChange, label, help, problems, readOnly }: FieldProps) {
  const bare = useBare()
  const multiline = spec.input.kind === 'text' && spec.input.multiline
  return (
    <FieldFrame label={label} help={help} problems={problems}>
      {({ id, describedBy }) => {
        const common = {
          id,
          'aria-describedby': describedBy,
          value: typeof value === 'string' ? value : '',
          readOnly,
          placeholder: bare ? label : undefined,
          error: problems.some((problem) => problem.severity === 'error'),
          maxLength: spec.maxLength,
          size: 'sm',
        } as const
        const write = (text: string) => onChange(text === '' && spec.optional ? undefined : text)
        return multiline ? (
          <Textarea {...common} autosize minRows={2} maxRows={10} onChange={(event) => write(event.currentTarget.value)} />
        ) : (
          <TextInput {...common} onChange={(event) => write(event.currentTarget.value)} />
        )
      }}
    </FieldFrame>
  )
}
