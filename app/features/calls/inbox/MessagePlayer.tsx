'use client'

import { useAudioLabels } from '@/app/features/shared/useAudioLabels'
import { AudioPlayer } from '@/app/ui/media/AudioPlayer'
import { recordingUrl } from '../recordingUrl'
import type { Message } from './message'
import { useSetHeard } from './useSetHeard'

/** Plays a message; who plays it has heard it. */
export function MessagePlayer({ message }: { message: Message }) {
  const labels = useAudioLabels()
  const setHeard = useSetHeard()
  return (
    <AudioPlayer
      compact
      src={recordingUrl(message.id)}
      durationMs={message.durationMs}
      labels={labels}
      onFirstPlay={() => {
        if (!message.heardAt) setHeard.mutate({ recordingId: message.id, heard: true })
      }}
    />
  )
}
