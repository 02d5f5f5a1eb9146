'use client'

import { IconEar, IconMicrophone } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { clock } from '@/app/ui/time/duration'
import { useNow } from '@/app/ui/time/useNow'
import type { PhoneCall } from './client/state'
import { LevelMeter } from './LevelMeter'
import classes from './PhonePanel.module.css'
import { usePhaseText } from './usePhaseText'

/** Number, what happens, for how long, and the keys pressed. */
export function CallStatus({ call }: { call: PhoneCall }) {
  const t = useTranslations('phone')
  const talking = call.phase === 'talking'
  const now = useNow(talking ? 1000 : null)
  const text = usePhaseText(call)
  const talked = call.answeredAt === null ? null : (call.endedAt ?? now) - call.answeredAt
  return (
    <div className={classes.status}>
      <div className={classes.number}>{call.number}</div>
      <div className={classes.phase} data-phase={call.phase} data-bad={text.bad || undefined}>
        <span role="status">{text.text}</span>
        {talked !== null && <span className="pb-num"> · {clock(talked)}</span>}
      </div>
      {talking && !call.practice && (
        <div className={classes.meters}>
          <LevelMeter stream={call.remote} label={t('meterHeard')} icon={<IconEar size={13} aria-hidden />} />
          {!call.microphone && !call.muted && (
            <LevelMeter stream={call.local} label={t('meterSpoken')} icon={<IconMicrophone size={13} aria-hidden />} />
          )}
        </div>
      )}
      {call.digits ? (
        <div className={classes.digits}>{call.digits}</div>
      ) : (
        talking && <div className={classes.keysHint}>{t('keysHint')}</div>
      )}
    </div>
  )
}
