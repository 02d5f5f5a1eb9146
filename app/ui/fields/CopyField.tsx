'use client'

import { ActionIcon, CopyButton, Tooltip } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import classes from './CopyField.module.css'

/** A value that is meant to be copied, such as a password shown once. */
export function CopyField({
  value,
  label,
  copyLabel,
  copiedLabel,
}: {
  value: string
  label?: string
  copyLabel: string
  copiedLabel: string
}) {
  return (
    <div className={classes.root}>
      {label && <span className={classes.label}>{label}</span>}
      <div className={classes.field}>
        <code className={classes.value}>{value}</code>
        <CopyButton value={value} timeout={1500}>
          {({ copied, copy }) => (
            <Tooltip label={copied ? copiedLabel : copyLabel} openDelay={0}>
              <ActionIcon onClick={copy} aria-label={copied ? copiedLabel : copyLabel} color={copied ? 'teal' : 'gray'}>
                {copied ? <IconCheck size={16} /> : <IconCopy size={16} stroke={1.75} />}
              </ActionIcon>
            </Tooltip>
          )}
        </CopyButton>
      </div>
    </div>
  )
}
