'use client'

import { UnstyledButton } from '@mantine/core'
import classes from './PhonePanel.module.css'

const keys = [
  ['1', ''],
  ['2', 'ABC'],
  ['3', 'DEF'],
  ['4', 'GHI'],
  ['5', 'JKL'],
  ['6', 'MNO'],
  ['7', 'PQRS'],
  ['8', 'TUV'],
  ['9', 'WXYZ'],
  ['*', ''],
  ['0', '+'],
  ['#', ''],
] as const

/** Twelve keys as on every phone. They stay in the tab order so that the keypad works without a mouse. */
export function Keypad({ onPress, active }: { onPress: (key: string) => void; active: boolean }) {
  return (
    <div className={classes.keys}>
      {keys.map(([key, letters]) => (
        <UnstyledButton key={key} className={classes.key} data-idle={!active || undefined} onClick={() => onPress(key)}>
          <span className={classes.digit}>{key}</span>
          {letters && (
            <span className={classes.letters} aria-hidden>
              {letters}
            </span>
          )}
        </UnstyledButton>
      ))}
    </div>
  )
}
