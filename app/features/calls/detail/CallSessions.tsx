'use client'

import { Select } from '@mantine/core'
import { IconRoute } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { EmptyState } from '@/app/ui/feedback/EmptyState'
import type { Call } from './CallHeader'
import { CallMap } from './CallMap'
import classes from './CallPage.module.css'
import { Recordings } from './Recordings'
import { Trace } from './Trace'
import { useSelectedStep } from './useSelectedStep'

/** Map and trace side by side; what is selected in one is selected in the other. A call put through to another flow has several runs. */
export function CallSessions({ call }: { call: Call }) {
  const t = useTranslations('calls.detail')
  const [chosen, setChosen] = useState<string | null>(null)
  const session = call.sessions.find(({ sessionId }) => sessionId === chosen) ?? call.sessions[0]
  const { selected, select, selectNode } = useSelectedStep(session?.steps)
  if (!session) return <EmptyState icon={<IconRoute size={20} stroke={1.75} />} title={t('noSteps')} />
  return (
    <div className={classes.body}>
      <div className={classes.map}>
        <CallMap key={session.sessionId} session={session} selected={selected} onSelectNode={selectNode} />
      </div>
      <div className={classes.side}>
        {call.sessions.length > 1 && (
          <div className={classes.runs}>
            <Select
              aria-label={t('sessions')}
              value={session.sessionId}
              onChange={setChosen}
              allowDeselect={false}
              data={call.sessions.map(({ sessionId, flowName, versionNumber }, index) => ({
                value: sessionId,
                label: t('session', { index: index + 1, flow: flowName, number: versionNumber }),
              }))}
            />
          </div>
        )}
        <Recordings call={call} />
        <Trace session={session} selected={selected} onSelect={select} />
      </div>
    </div>
  )
}
