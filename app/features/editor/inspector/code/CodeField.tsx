import { useState } from 'react'
import type { NodeFinding } from '@/engine/flow'
import type { ExpressionScope } from '@/engine/flow/expressions'
import type { FieldPath } from '../field-props'
import type { CodeLanguage } from './code-language'
import { MonacoInput } from './MonacoInput'
import { type PlainCaret, PlainInput } from './PlainInput'
import { useMonaco } from './useMonaco'

export interface CodeFieldProps {
  readonly id?: string
  readonly describedBy?: string
  readonly label: string
  readonly language: CodeLanguage
  readonly multiline?: boolean
  /** Spoken words rather than code: the page's own face. */
  readonly prose?: boolean
  /** Without a border, inside something that has one. */
  readonly plain?: boolean
  readonly placeholder?: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly scope: ExpressionScope
  readonly findings: readonly NodeFinding[]
  readonly readOnly: boolean
  readonly path: FieldPath
}

/**
 * A field for expressions and templates. It begins as a plain input, so that typing is possible at once and never lost; when
 * the code editor has loaded it takes over, with the caret where it was.
 */
export function CodeField(props: CodeFieldProps) {
  const monaco = useMonaco()
  const [caret, setCaret] = useState<PlainCaret | null>(null)
  const [busy, setBusy] = useState(false)
  // words that an input method is still composing would be lost in the change
  if (!monaco || (busy && caret === null)) return <PlainInput {...props} onCaret={setCaret} onComposing={setBusy} />
  return <MonacoInput {...props} monaco={monaco} caret={caret} />
}
