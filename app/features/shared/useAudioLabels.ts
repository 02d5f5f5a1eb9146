'use client'

import { useTranslations } from 'next-intl'
import type { AudioPlayerLabels } from '@/app/ui/media/AudioPlayer'

/** The words of an `<AudioPlayer>`. */
export function useAudioLabels(): AudioPlayerLabels {
  const t = useTranslations('common.audio')
  return { play: t('play'), pause: t('pause'), position: t('position'), failed: t('failed') }
}
