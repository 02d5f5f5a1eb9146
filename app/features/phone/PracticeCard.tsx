'use client'

import { Button, ScrollArea } from '@mantine/core'
import { IconMicrophone, IconMusic, IconPhoneOutgoing, IconVolume } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { type MouseEvent, useEffect, useRef } from 'react'
import type { PracticePhone } from './client/practice-phone'
import { isOngoing, type PhoneCall } from './client/state'
import classes from './PracticeCard.module.css'

/** What a call without telephones says, and what the person can do besides pressing keys. */
export function PracticeCard({ phone, call }: { phone: PracticePhone; call: PhoneCall | null }) {
  const t = useTranslations('phone.practice')
  const end = useRef<HTMLDivElement>(null)
  const told = call?.practice
  const said = told?.heard.length ?? 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is said last is to be seen
  useEffect(() => {
    // Newer browsers answer a promise.
    void end.current?.scrollIntoView({ block: 'nearest' })
  }, [said])
  // Where a call failed, its reason is what counts.
  if (!told && call) return null
  if (!told) return <p className={classes.note}>{t('note')}</p>
  const ongoing = isOngoing(call)
  const act = (move: Parameters<PracticePhone['party']>[0]) => (event: MouseEvent<HTMLButtonElement>) => {
    phone.party(move)
    // The button goes with what it did; the keys that follow are for the phone, not for the page behind it.
    event.currentTarget.closest<HTMLElement>('[role=region]')?.focus()
  }
  return (
    <div className={classes.card}>
      <ScrollArea.Autosize mah="8.5rem" type="auto" offsetScrollbars viewportProps={{ tabIndex: 0, 'aria-label': t('heard') }}>
        <ol className={classes.heard} aria-live="polite">
          {told.heard.map(({ kind, text, from, to }, index) => (
            // a sound may begin in the millisecond in which another ends
            // biome-ignore lint/suspicious/noArrayIndexKey: what was heard only grows
            <li key={`${from}-${index}`} data-playing={(ongoing && to === null) || undefined}>
              {kind === 'speech' ? text : kind === 'sound' ? t('sound', { name: text || t('beep') }) : t('ownRecording')}
              {ongoing && to === null && <IconVolume size={13} className={classes.playing} aria-label={t('playing')} />}
            </li>
          ))}
        </ol>
        <div ref={end} />
      </ScrollArea.Autosize>
      {ongoing && told.music && (
        <p className={classes.line}>
          <IconMusic size={14} aria-hidden />
          {t('music')}
        </p>
      )}
      {ongoing && told.recording && (
        <p className={classes.line}>
          <IconMicrophone size={14} aria-hidden />
          {t('recording')}
        </p>
      )}
      {ongoing && told.party && (
        <div className={classes.party}>
          <p className={classes.line}>
            <IconPhoneOutgoing size={14} aria-hidden />
            {t(told.party.state, { called: told.party.called })}
          </p>
          {told.party.state === 'ringing' ? (
            <Button.Group>
              {(['answer', 'busy', 'no-answer'] as const).map((move) => (
                <Button key={move} size="compact-xs" variant="default" onClick={act(move)}>
                  {t(`party.${move}`)}
                </Button>
              ))}
            </Button.Group>
          ) : (
            <Button size="compact-xs" variant="default" onClick={act('hangup')}>
              {t('party.hangup')}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
