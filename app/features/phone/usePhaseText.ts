'use client'

import { useTranslations } from 'next-intl'
import { useProblemText } from '@/app/features/shared/useProblemText'
import type { PhoneCall } from './client/state'
import { usePhone } from './PhoneContext'

/** The call's phase in a sentence; why, where it failed. */
export function usePhaseText(call: PhoneCall): { text: string; bad: boolean } {
  const t = useTranslations('phone')
  const problemText = useProblemText()
  const { line, lineProblem } = usePhone()
  if (call.phase !== 'ended') {
    if (call.phase === 'talking' && line === 'lost')
      return { text: t(call.keysInSound ? 'phase.lineLost' : 'phase.lineLostKeysWait'), bad: false }
    const connecting = call.phase === 'preparing' && (line === 'connecting' || line === 'lost')
    return { text: connecting ? t('phase.connecting') : t(`phase.${call.phase}`), bad: false }
  }
  if (lineProblem?.kind === 'server') return { text: problemText(lineProblem.problem), bad: true }
  if (lineProblem) return { text: t(`line.${lineProblem.kind}`), bad: true }
  const end = call.end ?? 'failed'
  return { text: t(`end.${end}`), bad: end !== 'you' && end !== 'them' }
}
