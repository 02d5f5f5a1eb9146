'use client'

import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconArrowBack, IconMicrophone, IconMicrophoneOff, IconPhone, IconPhoneOff } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { isOngoing } from './client/state'
import { usePhone } from './PhoneContext'
import classes from './PhonePanel.module.css'

/** Call and hang up, mute, and another number after the call. */
export function CallControls({ number, onDial }: { number: string; onDial: () => void }) {
  const t = useTranslations('phone')
  const { phone, call } = usePhone()
  if (isOngoing(call)) {
    const mute = call.muted ? t('unmute') : t('mute')
    return (
      <div className={classes.controls}>
        {!call.practice && (
          <Tooltip label={mute}>
            <ActionIcon
              variant={call.muted ? 'filled' : 'default'}
              color="signal"
              size={36}
              aria-label={mute}
              aria-pressed={call.muted}
              disabled={call.microphone !== null}
              onClick={() => phone.setMuted(!call.muted)}
            >
              {call.muted ? <IconMicrophoneOff size={17} /> : <IconMicrophone size={17} stroke={1.75} />}
            </ActionIcon>
          </Tooltip>
        )}
        <Button flex={1} size="md" color="red.7" leftSection={<IconPhoneOff size={17} />} onClick={() => phone.hangUp()}>
          {t('hangUp')}
        </Button>
      </div>
    )
  }
  return (
    <div className={classes.controls}>
      {call && (
        <Tooltip label={t('otherNumber')}>
          <ActionIcon variant="default" size={36} aria-label={t('otherNumber')} onClick={() => phone.clear()}>
            <IconArrowBack size={17} stroke={1.75} />
          </ActionIcon>
        </Tooltip>
      )}
      <Button flex={1} size="md" color="teal.8" leftSection={<IconPhone size={17} />} disabled={!number.trim()} onClick={onDial}>
        {call ? t('callAgain') : t('call')}
      </Button>
    </div>
  )
}
