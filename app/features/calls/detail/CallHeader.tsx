'use client'

import { Anchor, Button } from '@mantine/core'
import { IconPhoneOff } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useCan } from '@/app/features/shared/me'
import { useNotify } from '@/app/features/shared/notify'
import { type Outputs, useTRPC } from '@/app/features/shared/trpc'
import { useProblemText } from '@/app/features/shared/useProblemText'
import { CodeText } from '@/app/ui/data/CodeText'
import { confirm } from '@/app/ui/feedback/confirm'
import { BackLink } from '@/app/ui/layout/BackLink'
import { PageHeader } from '@/app/ui/layout/PageHeader'
import { DateTime } from '@/app/ui/time/DateTime'
import { CallDuration } from '../CallDuration'
import { useCallerName } from '../Caller'
import { OutcomeBadge } from '../OutcomeBadge'
import classes from './CallPage.module.css'

export type Call = Outputs['calls']['get']

/** Who called, how it ended, and the facts. */
export function CallHeader({ call }: { call: Call }) {
  const t = useTranslations('calls')
  const common = useTranslations('common')
  const problemText = useProblemText()
  const trpc = useTRPC()
  const can = useCan()
  const notify = useNotify()
  const caller = useCallerName()(call)
  const hangUp = useMutation(
    trpc.calls.hangup.mutationOptions({ onSuccess: () => notify.done(t('detail.hungUp')), onError: notify.failed }),
  )
  const active = call.sessions.find((session) => session.status === 'active')
  const askHangUp = async (sessionId: string) => {
    const sure = await confirm({
      title: t('detail.hangUpTitle'),
      body: t('detail.hangUpBody'),
      confirm: t('detail.hangUp'),
      cancel: common('cancel'),
      danger: true,
    })
    if (sure) hangUp.mutate({ sessionId })
  }
  return (
    <PageHeader
      back={<BackLink href="/calls" label={t('detail.back')} />}
      title={<span className="pb-num">{t('detail.title', { caller })}</span>}
      meta={<OutcomeBadge call={call} />}
      actions={
        <>
          {active && can('call.control') && (
            <Button
              variant="light"
              color="red"
              leftSection={<IconPhoneOff size={16} stroke={1.75} />}
              loading={hangUp.isPending}
              onClick={() => void askHangUp(active.sessionId)}
            >
              {t('detail.hangUp')}
            </Button>
          )}
          {call.flowId && can('flow.view') && (
            <Button variant="default" component={Link} href={`/flows/${call.flowId}`}>
              {t('detail.openFlow')}
            </Button>
          )}
        </>
      }
    >
      <dl className={classes.facts}>
        <Fact name={t('detail.number')}>
          <CodeText>{call.toNumber}</CodeText>
        </Fact>
        {call.fromName && call.fromNumber && (
          <Fact name={t('columns.caller')}>
            <CodeText>{call.fromNumber}</CodeText>
          </Fact>
        )}
        <Fact name={t('detail.started')}>
          <DateTime at={call.startedAt} format="full" />
        </Fact>
        <Fact name={t('detail.duration')}>
          <CallDuration call={call} />
        </Fact>
        <Fact name={t('detail.flow')}>
          <FlowFact call={call} />
        </Fact>
        {call.errorCode && (
          <Fact name={t('detail.error')}>
            {problemText({ code: call.errorCode, message: call.errorCode })} <CodeText plain>{call.errorCode}</CodeText>
          </Fact>
        )}
      </dl>
    </PageHeader>
  )
}

/** The flow; its version leads to how it was drawn then. */
function FlowFact({ call }: { call: Call }) {
  const t = useTranslations('calls')
  const can = useCan()
  if (call.flowName === null) return t('noFlow')
  if (call.versionNumber === null) return call.flowName
  const number = t('version', { number: call.versionNumber })
  const run = call.sessions.find(({ flowId, versionNumber }) => flowId === call.flowId && versionNumber === call.versionNumber)
  return (
    <>
      {call.flowName}{' '}
      {run && can('flow.view') ? (
        <Anchor component={Link} href={`/flows/${run.flowId}/versions/${run.versionId}`} size="sm" underline="always">
          {number}
        </Anchor>
      ) : (
        number
      )}
    </>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
