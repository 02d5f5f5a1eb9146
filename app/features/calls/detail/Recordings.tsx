'use client'

import { useTranslations } from 'next-intl'
import { useCan } from '@/app/features/shared/me'
import { useAudioLabels } from '@/app/features/shared/useAudioLabels'
import { AudioPlayer } from '@/app/ui/media/AudioPlayer'
import { recordingUrl } from '../recordingUrl'
import type { Call } from './CallHeader'
import classes from './Trace.module.css'
import type { Step } from './useSelectedStep'
import { useStepWords } from './useStepWords'

/** What the caller left behind to be heard. */
export function Recordings({ call }: { call: Call }) {
  const t = useTranslations('calls.detail')
  const labels = useAudioLabels()
  const can = useCan()
  const words = useStepWords(call.sessions[0])
  if (call.recordings.length === 0) return null
  return (
    <section className={classes.recordings} aria-label={t('recordings')}>
      <div className={classes.head} style={{ padding: 0, position: 'static' }}>
        <h2 className={classes.title}>{t('recordings')}</h2>
      </div>
      {can('call.listen') ? (
        call.recordings.map((recording) => (
          <div key={recording.id} className={classes.recording}>
            <div className={classes.dim}>{t('recordedIn', { step: words.title(stepOf(call, recording.nodePath)) })}</div>
            <AudioPlayer src={recordingUrl(recording.id)} durationMs={recording.durationMs} labels={labels} />
          </div>
        ))
      ) : (
        <p className={classes.dim}>{t('notAllowedToListen')}</p>
      )}
    </section>
  )
}

/** The visit that a recording was made in; its last one, as a loop may record again and again. */
function stepOf(call: Call, path: string): Pick<Step, 'path' | 'nodeId' | 'type' | 'outcome'> {
  const visits = call.sessions.flatMap(({ steps }) => steps).filter((step) => step.path === path)
  return visits.at(-1) ?? { path, nodeId: path.split('.').at(-1) ?? path, type: '', outcome: null }
}
