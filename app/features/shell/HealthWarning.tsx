'use client'

import { UnstyledButton } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { StatusDot } from '@/app/ui/feedback/StatusBadge'
import { HealthPopover } from './HealthPopover'
import { useHealth } from './useHealth'

/** For pages without the navigation beside them: what keeps calls from coming in; nothing while all is well. */
export function HealthWarning({ className }: { className?: string }) {
  const t = useTranslations('shell.health')
  const state = useHealth()
  if (!state || state.tone === 'ok') return null
  return (
    <HealthPopover state={state} position="top-start">
      {({ opened, onClick }) => (
        <UnstyledButton className={className} aria-expanded={opened} onClick={onClick}>
          <StatusDot tone={state.tone} />
          {t(`${state.key}.short`)}
        </UnstyledButton>
      )}
    </HealthPopover>
  )
}
