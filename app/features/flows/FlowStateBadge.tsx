import { Tooltip } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { Outputs } from '@/app/features/shared/trpc'
import { StatusBadge, type Tone } from '@/app/ui/feedback/StatusBadge'

type State = Outputs['flows']['list'][number]['state']
const tones = { draft: 'neutral', live: 'ok', changed: 'warn' } as const satisfies Record<State, Tone>

/** Whether what is drawn is what calls run. */
export function FlowStateBadge({ state }: { state: State }) {
  const t = useTranslations('flows')
  return (
    <Tooltip label={t(`stateHelp.${state}`)}>
      <span>
        <StatusBadge tone={tones[state]}>{t(`state.${state}`)}</StatusBadge>
      </span>
    </Tooltip>
  )
}
