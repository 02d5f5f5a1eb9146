import { Menu } from '@mantine/core'
import type { ReactNode } from 'react'
import { KeyHint } from '@/app/ui/feedback/KeyHint'
import { keysOf, type ShortcutId } from '../keyboard/shortcuts'

interface Props {
  readonly label: ReactNode
  readonly icon?: ReactNode
  /** Shows the keys that do the same. */
  readonly shortcut?: ShortcutId
  readonly danger?: boolean
  readonly disabled?: boolean
  readonly onClick: () => void
}

/** One line of a context menu. */
export function Entry({ label, icon, shortcut, danger, disabled, onClick }: Props) {
  return (
    <Menu.Item
      leftSection={icon}
      rightSection={shortcut && <KeyHint keys={keysOf(shortcut)} />}
      color={danger ? 'red' : undefined}
      disabled={disabled}
      onClick={onClick}
    >
      {label}
    </Menu.Item>
  )
}
