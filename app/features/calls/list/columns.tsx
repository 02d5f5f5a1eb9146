'use client'

import { IconMessage } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { Outputs } from '@/app/features/shared/trpc'
import { useProblemText } from '@/app/features/shared/useProblemText'
import { CodeText } from '@/app/ui/data/CodeText'
import { type Column, RowLink } from '@/app/ui/table'
import { DateTime } from '@/app/ui/time/DateTime'
import { CallDuration } from '../CallDuration'
import { Caller } from '../Caller'
import { OutcomeBadge } from '../OutcomeBadge'
import classes from './columns.module.css'

type Call = Outputs['calls']['list']['items'][number]

/** Columns of the calls list. */
export function useCallColumns(): readonly Column<Call>[] {
  const t = useTranslations('calls')
  return useMemo(
    () => [
      {
        key: 'caller',
        header: t('columns.caller'),
        cell: (call) => (
          <span className={classes.caller}>
            <RowLink href={`/calls/${call.interactionId}`}>
              <Caller call={call} />
            </RowLink>
            {call.hasMessage && <IconMessage size={14} stroke={1.75} className={classes.message} role="img" aria-label={t('hasMessage')} />}
          </span>
        ),
      },
      { key: 'started', header: t('columns.started'), width: '9rem', cell: (call) => <DateTime at={call.startedAt} /> },
      {
        key: 'flow',
        header: t('columns.flow'),
        cell: (call) =>
          call.flowName === null ? (
            <span className={classes.dim}>{t('noFlow')}</span>
          ) : (
            <>
              {call.flowName}
              {call.versionNumber !== null && <span className={classes.dim}> {t('version', { number: call.versionNumber })}</span>}
            </>
          ),
      },
      { key: 'number', header: t('columns.number'), width: '8rem', hideBelow: 'sm', cell: (call) => <CodeText>{call.toNumber}</CodeText> },
      {
        key: 'outcome',
        header: t('columns.outcome'),
        width: '14rem',
        cell: (call) => (
          <span className={classes.outcome}>
            <OutcomeBadge call={call} />
            {call.errorCode && <ErrorWords code={call.errorCode} />}
          </span>
        ),
      },
      {
        key: 'steps',
        header: t('columns.steps'),
        width: '5rem',
        align: 'end',
        hideBelow: 'md',
        cell: (call) => <span className="pb-num">{call.steps}</span>,
      },
      { key: 'duration', header: t('columns.duration'), width: '6rem', align: 'end', cell: (call) => <CallDuration call={call} /> },
    ],
    [t],
  )
}

/** What went wrong, in a sentence; all of it in a tooltip where the column is too narrow. */
function ErrorWords({ code }: { code: string }) {
  const text = useProblemText()({ code, message: code })
  return (
    <span className={classes.error} title={text}>
      {text}
    </span>
  )
}
