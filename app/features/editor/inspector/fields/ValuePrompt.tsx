import { Select, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useState } from 'react'
import { type Prompt, ReadAs } from '@/engine/flow'
import { checkExpression } from '@/engine/flow/expressions'
import { CodeField } from '../code/CodeField'
import type { FieldPath } from '../field-props'
import { FieldProblems } from './FieldProblems'
import classes from './Prompts.module.css'
import { useExpressionScope } from './useExpressionScope'

interface Props {
  readonly prompt: Extract<Prompt, { kind: 'value' }>
  readonly label: string
  readonly path: FieldPath
  readonly readOnly: boolean
  readonly onChange: (prompt: Prompt) => void
}

/** A value that is read out, and how. */
export function ValuePrompt({ prompt, label, path, readOnly, onChange }: Props) {
  const t = useTranslations('editor.prompts')
  const scope = useExpressionScope()
  const findings = useMemo(() => (prompt.value.trim() ? checkExpression(prompt.value, scope) : []), [prompt.value, scope])
  const setAs = (as: string | null) => {
    const read = ReadAs.safeParse(as)
    if (!read.success) return
    const { currency, ...rest } = prompt
    onChange(read.data === 'money' ? { ...rest, as: read.data, currency: currency ?? 'EUR' } : { ...rest, as: read.data })
  }
  return (
    <>
      <CodeField
        label={label}
        language="cel"
        plain
        placeholder={t('valuePlaceholder')}
        value={prompt.value}
        onChange={(value) => onChange({ ...prompt, value })}
        scope={scope}
        findings={findings}
        readOnly={readOnly}
        path={[...path, 'value']}
      />
      <FieldProblems problems={findings} />
      <div className={classes.as}>
        <Select
          size="xs"
          aria-label={t('readAs')}
          data={ReadAs.options.map((as) => ({ value: as, label: t(`as.${as}`) }))}
          value={prompt.as}
          onChange={setAs}
          allowDeselect={false}
          readOnly={readOnly}
          comboboxProps={{ withinPortal: true, shadow: 'lg' }}
        />
        {prompt.as === 'money' && (
          <CurrencyInput currency={prompt.currency ?? ''} readOnly={readOnly} onChange={(currency) => onChange({ ...prompt, currency })} />
        )}
      </div>
    </>
  )
}

function CurrencyInput({ currency, readOnly, onChange }: { currency: string; readOnly: boolean; onChange: (currency: string) => void }) {
  const t = useTranslations('editor.prompts')
  const [typed, setTyped] = useState(currency)
  useEffect(() => setTyped(currency), [currency])
  return (
    <TextInput
      size="xs"
      w={72}
      aria-label={t('currency')}
      value={typed}
      maxLength={3}
      readOnly={readOnly}
      error={typed.length !== 3}
      onBlur={() => setTyped(currency)}
      onChange={(event) => {
        const code = event.currentTarget.value.toUpperCase().replace(/[^A-Z]/g, '')
        setTyped(code)
        // the document holds whole codes only
        if (code.length === 3) onChange(code)
      }}
    />
  )
}
