'use client'

import { TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import classes from './PhonePanel.module.css'

/** Where the number is typed before a call. */
export function NumberInput({ value, onChange, onDial }: { value: string; onChange: (value: string) => void; onDial: () => void }) {
  const t = useTranslations('phone')
  return (
    <TextInput
      className={classes.input}
      variant="unstyled"
      value={value}
      maxLength={40}
      inputMode="tel"
      autoComplete="off"
      data-autofocus
      autoFocus
      placeholder={t('numberPlaceholder')}
      aria-label={t('number')}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          event.preventDefault()
          onDial()
        }
      }}
    />
  )
}
