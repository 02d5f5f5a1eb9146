'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { type Column, RowLink } from '@/app/ui/table'
import { DateTime } from '@/app/ui/time/DateTime'
import { Caller } from '../Caller'
import classes from './columns.module.css'
import { MessageActions } from './MessageActions'
import { MessagePlayer } from './MessagePlayer'
import type { Message } from './message'

/** Columns of the inbox. */
export function useInboxColumns(): readonly Column<Message>[] {
  const common = useTranslations('common')
  const t = useTranslations('inbox')
  const calls = useTranslations('calls')
  return useMemo(
    () => [
      {
        key: 'caller',
        header: calls('columns.caller'),
        cell: (message) => (
          <span className={classes.caller} data-new={message.heardAt ? undefined : true}>
            {message.heardAt ? <span className={classes.dot} /> : <span className={classes.dot} role="img" aria-label={t('newBadge')} />}
            <RowLink href={`/calls/${message.interactionId}`}>
              <Caller call={message} />
            </RowLink>
          </span>
        ),
      },
      { key: 'message', header: t('message'), width: '20rem', cell: (message) => <MessagePlayer message={message} /> },
      { key: 'flow', header: calls('columns.flow'), hideBelow: 'md', cell: (message) => message.flowName },
      { key: 'at', header: t('received'), width: '9rem', cell: (message) => <DateTime at={message.createdAt} /> },
      {
        key: 'heard',
        header: t('heard'),
        width: '10rem',
        hideBelow: 'sm',
        cell: (message) => <span className={classes.dim}>{message.heardAt ? (message.heardBy ?? t('heard')) : '–'}</span>,
      },
      {
        key: 'actions',
        header: common('actions'),
        hideHeader: true,
        width: '3.5rem',
        align: 'end',
        cell: (message) => <MessageActions message={message} />,
      },
    ],
    [t, calls, common],
  )
}
