import { Tooltip } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { StatusBadge } from '@/app/ui/feedback/StatusBadge'
import { callState, callTones } from './outcome'

/** How a call ended, or that it goes on. */
export function OutcomeBadge({ call }: { call: { readonly endedAt: Date | null; readonly outcome: string | null } }) {
  const t = useTranslations('calls')
  const state = callState(call)
  return (
    <Tooltip label={t(`outcomeHelp.${state}`)}>
      <span>
        <StatusBadge tone={callTones[state]} pulse={state === 'live'}>
          {t(`outcome.${state}`)}
        </StatusBadge>
      </span>
    </Tooltip>
  )
}
