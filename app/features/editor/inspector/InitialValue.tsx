import { NumberInput, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { z } from 'zod'
import type { Variable } from '@/engine/flow'
import fields from './fields/Fields.module.css'

interface Props {
  readonly variable: Variable
  readonly readOnly: boolean
  readonly onChange: (initial: Variable['initial']) => void
}

/** What a variable holds before any step has set it. */
export function InitialValue({ variable, readOnly, onChange }: Props) {
  const t = useTranslations('editor.variables')
  const { type, initial } = variable
  const common = { size: 'xs', 'aria-label': t('initial'), placeholder: t('initial'), readOnly } as const
  switch (type) {
    case 'string':
      return (
        <TextInput
          {...common}
          value={typeof initial === 'string' ? initial : ''}
          onChange={(event) => onChange(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
        />
      )
    case 'number':
      return (
        <NumberInput
          {...common}
          value={typeof initial === 'number' ? initial : ''}
          onChange={(next) => onChange(typeof next === 'number' ? next : undefined)}
        />
      )
    case 'boolean':
      return (
        <SegmentedControl
          size="xs"
          aria-label={t('initial')}
          readOnly={readOnly}
          value={initial === true ? 'true' : 'false'}
          onChange={(next) => onChange(next === 'true' ? true : undefined)}
          data={[
            { value: 'false', label: t('no') },
            { value: 'true', label: t('yes') },
          ]}
        />
      )
    case 'json':
      return <JsonValue initial={initial} readOnly={readOnly} onChange={onChange} />
  }
}

function JsonValue({ initial, readOnly, onChange }: { initial: Variable['initial']; readOnly: boolean; onChange: Props['onChange'] }) {
  const t = useTranslations('editor.variables')
  const stored = initial === undefined ? '' : JSON.stringify(initial)
  const [typed, setTyped] = useState(stored)
  useEffect(() => setTyped(stored), [stored])
  const value = parse(typed)
  return (
    <Textarea
      size="xs"
      aria-label={t('initial')}
      placeholder={t('initialJson')}
      classNames={{ input: fields.mono }}
      autosize
      minRows={1}
      maxRows={8}
      value={typed}
      readOnly={readOnly}
      error={value.ok ? undefined : t('problems.json')}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => (value.ok ? onChange(value.value) : setTyped(stored))}
    />
  )
}

function parse(text: string): { ok: true; value: Variable['initial'] } | { ok: false } {
  if (text.trim() === '') return { ok: true, value: undefined }
  try {
    return { ok: true, value: z.json().parse(JSON.parse(text)) }
  } catch {
    // not JSON yet: the field says so
    return { ok: false }
  }
}
