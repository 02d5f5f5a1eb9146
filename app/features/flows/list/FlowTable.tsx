'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type ReactNode, useMemo } from 'react'
import { type Column, DataTable, RowLink } from '@/app/ui/table'
import { RelativeTime } from '@/app/ui/time/RelativeTime'
import { FlowStateBadge } from '../FlowStateBadge'
import { KindIcon } from '../KindIcon'
import { CallsCell } from './CallsCell'
import { FlowActions } from './FlowActions'
import classes from './FlowTable.module.css'
import type { FlowRow } from './filter'
import { NumbersCell } from './NumbersCell'

/** The list of flows; a row opens the editor. */
export function FlowTable({ flows, empty }: { flows: readonly FlowRow[] | undefined; empty: ReactNode }) {
  const common = useTranslations('common')
  const t = useTranslations('flows')
  const columns = useMemo(
    (): Column<FlowRow>[] => [
      {
        key: 'name',
        header: t('columns.name'),
        sortBy: (flow) => flow.name,
        cell: (flow) => (
          <span className={classes.name}>
            <KindIcon kind={flow.kind} />
            <RowLink href={`/flows/${flow.id}`}>{flow.name}</RowLink>
          </span>
        ),
      },
      {
        key: 'kind',
        header: t('columns.kind'),
        width: '6rem',
        hideBelow: 'md',
        sortBy: (flow) => flow.kind,
        cell: (flow) => <span className={classes.dim}>{t(`kind.${flow.kind}`)}</span>,
      },
      {
        key: 'state',
        header: t('columns.state'),
        width: '8.75rem',
        sortBy: (flow) => flow.state,
        cell: (flow) => (
          <span className={classes.state}>
            <FlowStateBadge state={flow.state} />
            {flow.liveVersion !== null && (
              <Link className={classes.version} href={`/flows/${flow.id}/versions/${flow.liveVersionId}`}>
                {t('version', { number: flow.liveVersion })}
              </Link>
            )}
          </span>
        ),
      },
      { key: 'numbers', header: t('columns.numbers'), width: '8.5rem', cell: (flow) => <NumbersCell flow={flow} /> },
      {
        key: 'calls',
        header: t('columns.calls'),
        width: '7rem',
        hideBelow: 'md',
        sortBy: (flow) => flow.callsLast7Days,
        cell: (flow) => <CallsCell flow={flow} />,
      },
      {
        key: 'changed',
        header: t('columns.changed'),
        width: '12.75rem',
        hideBelow: 'sm',
        sortBy: (flow) => flow.changedAt,
        cell: (flow) => (
          <span>
            <RelativeTime at={flow.changedAt} />
            {flow.changedBy && <span className={classes.dim}> {t('changedBy', { name: flow.changedBy })}</span>}
          </span>
        ),
      },
      {
        key: 'actions',
        header: common('actions'),
        hideHeader: true,
        width: '3.5rem',
        align: 'end',
        cell: (flow) => <FlowActions flow={flow} />,
      },
    ],
    [t, common],
  )
  return <DataTable label={t('title')} columns={columns} rows={flows} rowKey={(flow) => flow.id} empty={empty} />
}
