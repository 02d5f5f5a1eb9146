import { Popover } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { FieldProps } from '../field-props'
import { telephoneKeys } from '../telephone-keys'
import { FieldFrame } from './FieldFrame'
import classes from './Fields.module.css'

/** A telephone key, or several, on a keypad. The keyboard's own keys work too. */
export function KeysField(props: FieldProps) {
  const { spec, value, label, help, problems } = props
  const single = spec.input.kind === 'keys' && spec.input.single
  return (
    <FieldFrame label={label} help={help} problems={problems} group>
      {({ labelId }) => (single ? <OneKey {...props} /> : <SomeKeys {...props} labelId={labelId} value={value} />)}
    </FieldFrame>
  )
}

/** The key alone, for rows of a list: press to see the keypad, or just type the key. */
export function OneKey({
  spec,
  value,
  onChange,
  label,
  problems,
  readOnly,
}: Pick<FieldProps, 'spec' | 'value' | 'onChange' | 'label' | 'problems' | 'readOnly'>) {
  const t = useTranslations('editor.fields')
  const [opened, setOpened] = useState(false)
  const key = typeof value === 'string' ? value : ''
  const keys = spec.options.length > 0 ? telephoneKeys.filter((one) => spec.options.includes(one)) : telephoneKeys
  const take = (next: string) => {
    onChange(next)
    setOpened(false)
  }
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" withinPortal trapFocus returnFocus>
      <Popover.Target>
        <button
          type="button"
          className={classes.keyButton}
          aria-label={t('keyIs', { label, key: key || t('noKey') })}
          aria-expanded={opened}
          disabled={readOnly}
          data-error={problems.length > 0 || undefined}
          onClick={() => setOpened((before) => !before)}
          onKeyDown={(event) => {
            if (event.ctrlKey || event.metaKey || !keys.some((one) => one === event.key)) return
            event.preventDefault()
            event.stopPropagation()
            take(event.key)
          }}
        >
          {key || '–'}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes.keypad} role="radiogroup" aria-label={label}>
          {keys.map((one) => (
            // biome-ignore lint/a11y/useSemanticElements: a keypad of buttons, of which one is pressed
            <button key={one} type="button" role="radio" aria-checked={one === key} className={classes.key} onClick={() => take(one)}>
              {one}
            </button>
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

function SomeKeys({ spec, value, onChange, readOnly, labelId }: FieldProps & { labelId: string }) {
  const chosen = Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [...value] : []
  const keys = spec.options.length > 0 ? telephoneKeys.filter((one) => spec.options.includes(one)) : telephoneKeys
  const write = (next: string[]) => {
    const ordered = keys.filter((one) => next.includes(one))
    if (ordered.length === 0 && spec.optional) onChange(undefined)
    else onChange(spec.many ? ordered : ordered.join(''))
  }
  const limit = spec.many ? Number.POSITIVE_INFINITY : (spec.maxLength ?? Number.POSITIVE_INFINITY)
  return (
    <fieldset className={classes.keypad} aria-labelledby={labelId}>
      {keys.map((one) => {
        const pressed = chosen.includes(one)
        return (
          <button
            key={one}
            type="button"
            aria-pressed={pressed}
            disabled={readOnly}
            className={classes.key}
            onClick={() => write(pressed ? chosen.filter((other) => other !== one) : [...(chosen.length >= limit ? [] : chosen), one])}
          >
            {one}
          </button>
        )
      })}
    </fieldset>
  )
}
