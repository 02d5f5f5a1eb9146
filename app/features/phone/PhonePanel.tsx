'use client'

import { ActionIcon, CloseButton, Paper } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { CallControls } from './CallControls'
import { CallStatus } from './CallStatus'
import { PracticePhone } from './client/practice-phone'
import { isOngoing } from './client/state'
import { Keypad } from './Keypad'
import { MicrophoneHint } from './MicrophoneHint'
import { NumberInput } from './NumberInput'
import { usePhone } from './PhoneContext'
import classes from './PhonePanel.module.css'
import { PracticeCard } from './PracticeCard'
import { RemoteAudio } from './RemoteAudio'

interface Props {
  /** What to dial; the person may type another number when it is not given. */
  number?: string
  /** The flow that answers there, for the editor's live highlight. */
  flowId?: string
  onClose?: () => void
}

/** The floating phone. Keys of the keyboard work while it has the focus, which it takes when it opens. */
export function PhonePanel({ number, flowId, onClose }: Props) {
  const t = useTranslations('phone')
  const { phone, call } = usePhone()
  const [typed, setTyped] = useState(number ?? '')
  const [small, setSmall] = useState(false)
  const panel = useRef<HTMLDivElement>(null)
  const ongoing = isOngoing(call)

  useEffect(() => {
    if (number !== undefined) setTyped(number)
  }, [number])
  useEffect(() => {
    if (ongoing || number !== undefined) panel.current?.focus()
  }, [ongoing, number])

  const press = (key: string) => {
    if (ongoing) phone.press(key)
    // After a call its number is not in sight: a key pressed late must not become part of it.
    else if (!call) setTyped((before) => before + key)
  }
  const dial = () => void phone.call(typed)

  return (
    <Paper
      ref={panel}
      className={classes.panel}
      role="region"
      aria-label={t('title')}
      data-flow={flowId}
      data-small={small || undefined}
      tabIndex={-1}
      withBorder
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return
        // The editor's own keys (delete, arrows …) are not for while one presses digits.
        event.stopPropagation()
        if (event.target instanceof HTMLInputElement) return
        if (/^[0-9*#]$/.test(event.key)) {
          event.preventDefault()
          press(event.key)
        } else if (event.key === 'Enter' && event.target === panel.current && !ongoing) {
          dial()
        } else if (event.key === 'Escape') {
          if (ongoing) phone.hangUp()
          else onClose?.()
        }
      }}
    >
      <div className={classes.head}>
        <span className={classes.title}>{t('title')}</span>
        <span>
          <ActionIcon size={22} aria-label={small ? t('expand') : t('minimise')} aria-expanded={!small} onClick={() => setSmall(!small)}>
            {small ? <IconChevronUp size={16} stroke={1.75} /> : <IconChevronDown size={16} stroke={1.75} />}
          </ActionIcon>
          {onClose && <CloseButton size="sm" aria-label={t('close')} onClick={onClose} />}
        </span>
      </div>
      {call ? <CallStatus call={call} /> : <NumberInput value={typed} onChange={setTyped} onDial={dial} />}
      {phone instanceof PracticePhone && !small && <PracticeCard phone={phone} call={call} />}
      {!small && <MicrophoneHint call={call} />}
      {!small && <Keypad onPress={press} active={call?.phase === 'talking' || !call} />}
      <CallControls number={typed} onDial={dial} />
      <RemoteAudio stream={call?.remote ?? null} />
    </Paper>
  )
}
