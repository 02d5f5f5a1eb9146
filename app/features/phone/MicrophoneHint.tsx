'use client'

import { IconMicrophoneOff } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { isOngoing, type PhoneCall } from './client/state'
import classes from './PhonePanel.module.css'

/** Why one is not heard, and the remedy; the call goes on meanwhile. */
export function MicrophoneHint({ call }: { call: PhoneCall | null }) {
  const t = useTranslations('phone')
  if (!isOngoing(call) || !call.microphone) return null
  return (
    <div className={classes.hint} role="note">
      <IconMicrophoneOff size={14} aria-hidden />
      <span>{t(`microphone.${call.microphone}`)}</span>
    </div>
  )
}
