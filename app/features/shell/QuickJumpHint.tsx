'use client'

import { useTranslations } from 'next-intl'
import { KeyHint } from '@/app/ui/feedback/KeyHint'

/** "Go to… Ctrl K", for the tooltip. */
export function QuickJumpHint() {
  const t = useTranslations('shell')
  return (
    <span style={{ display: 'inline-flex', gap: '0.5rem', alignItems: 'center' }}>
      {t('quickJump')} <KeyHint keys={['mod', 'K']} />
    </span>
  )
}
