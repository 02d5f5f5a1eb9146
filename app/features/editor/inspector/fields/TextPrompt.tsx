import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { Prompt } from '@/engine/flow'
import { checkTemplate } from '@/engine/flow/expressions'
import { CodeField } from '../code/CodeField'
import type { FieldPath } from '../field-props'
import { FieldProblems } from './FieldProblems'
import { useExpressionScope } from './useExpressionScope'

interface Props {
  readonly prompt: Extract<Prompt, { kind: 'text' }>
  readonly label: string
  readonly path: FieldPath
  readonly readOnly: boolean
  readonly onChange: (prompt: Prompt) => void
}

/** Words that are spoken. */
export function TextPrompt({ prompt, label, path, readOnly, onChange }: Props) {
  const t = useTranslations('editor.prompts')
  const scope = useExpressionScope()
  const findings = useMemo(() => checkTemplate(prompt.text, scope), [prompt.text, scope])
  return (
    <>
      <CodeField
        label={label}
        language="template"
        prose
        multiline
        plain
        placeholder={t('textPlaceholder')}
        value={prompt.text}
        onChange={(text) => onChange({ ...prompt, text })}
        scope={scope}
        findings={findings}
        readOnly={readOnly}
        path={[...path, 'text']}
      />
      <FieldProblems problems={findings} />
    </>
  )
}
