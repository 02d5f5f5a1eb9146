'use client'

import { CloseButton, TextInput } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useRef } from 'react'
import { KeyHint } from '../feedback/KeyHint'

interface Props {
  value: string
  onChange: (value: string) => void
  label: string
  clearLabel: string
  width?: number | string
}

/** Search box of a page; "/" puts the cursor in it, Escape empties it. */
export function SearchInput({ value, onChange, label, clearLabel, width = 240 }: Props) {
  const input = useRef<HTMLInputElement>(null)
  useHotkeys([['/', () => input.current?.focus()]])
  return (
    <TextInput
      ref={input}
      type="search"
      w={width}
      value={value}
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={15} stroke={1.75} />}
      rightSection={value ? <CloseButton size="xs" aria-label={clearLabel} onClick={() => onChange('')} /> : <KeyHint keys={['/']} />}
      rightSectionPointerEvents={value ? 'auto' : 'none'}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && value) {
          event.stopPropagation()
          onChange('')
        }
      }}
    />
  )
}
