'use client'

import { Button, FileButton } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import { useState } from 'react'
import classes from './FileDrop.module.css'

interface Props {
  /** As of `<input accept>`. */
  accept: string
  title: string
  hint: string
  buttonLabel: string
  onFile: (file: File) => void
  pending?: boolean
}

/** A place to drop one file, with a button for those who choose it. */
export function FileDrop({ accept, title, hint, buttonLabel, onFile, pending }: Props) {
  const [over, setOver] = useState(false)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the button inside does the same by keyboard
    <div
      className={classes.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        const file = event.dataTransfer.files[0]
        if (file) onFile(file)
      }}
    >
      <IconFileUpload size={22} stroke={1.5} aria-hidden />
      <div className={classes.title}>{title}</div>
      <div className={classes.hint}>{hint}</div>
      <FileButton accept={accept} onChange={(file) => file && onFile(file)}>
        {(props) => (
          <Button {...props} variant="default" size="xs" loading={pending}>
            {buttonLabel}
          </Button>
        )}
      </FileButton>
    </div>
  )
}
