import { type ChangeEvent, type CompositionEvent, type SyntheticEvent, useEffect, useRef } from 'react'
import classes from './Code.module.css'
import type { CodeFieldProps } from './CodeField'

/** Where the caret stood when the code editor took over. */
export interface PlainCaret {
  readonly start: number
  readonly end: number
}

interface Props extends CodeFieldProps {
  readonly onCaret: (caret: PlainCaret | null) => void
  readonly onComposing: (composing: boolean) => void
}

/** The field without the code editor: before it has loaded, and where it cannot load. */
export function PlainInput({
  id,
  describedBy,
  label,
  multiline,
  prose,
  plain,
  placeholder,
  value,
  onChange,
  readOnly,
  findings,
  onCaret,
  onComposing,
}: Props) {
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  useEffect(() => {
    const area = field.current
    if (!area || !multiline) return
    // grows with its words, whatever they are
    area.style.height = 'auto'
    area.style.height = `${Math.min(240, Math.max(area.scrollHeight, value === '' ? 52 : 0))}px`
  }, [value, multiline])
  const tell = (event: SyntheticEvent<HTMLInputElement | HTMLTextAreaElement>) =>
    onCaret({ start: event.currentTarget.selectionStart ?? 0, end: event.currentTarget.selectionEnd ?? 0 })
  const write = (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
    // what is pasted or dictated moves the caret without an event of its own
    tell(event)
    onChange(event.currentTarget.value)
  }
  const common = {
    ref: field,
    id,
    'aria-label': id ? undefined : label,
    'aria-describedby': describedBy,
    'aria-invalid': findings.length > 0 || undefined,
    className: classes.plain,
    'data-prose': prose || undefined,
    'data-bare': plain || undefined,
    'data-error': findings.length > 0 || undefined,
    placeholder,
    value,
    readOnly,
    spellCheck: prose ?? false,
    onSelect: tell,
    onFocus: tell,
    onBlur: () => onCaret(null),
    onCompositionStart: (_event: CompositionEvent) => onComposing(true),
    onCompositionEnd: (_event: CompositionEvent) => onComposing(false),
  }
  return multiline ? <textarea {...common} rows={2} onChange={write} /> : <input {...common} type="text" onChange={write} />
}
