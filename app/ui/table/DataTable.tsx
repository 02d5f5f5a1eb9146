'use client'

import { Skeleton, VisuallyHidden } from '@mantine/core'
import { useLocale } from 'next-intl'
import { type ReactNode, useMemo, useState } from 'react'
import classes from './DataTable.module.css'
import { HeaderCell } from './HeaderCell'
import { revealCut } from './revealCut'
import { nextSort, sortRows } from './sort'
import type { Column, Sort } from './types'
import { rowHandlers } from './useRowKeys'

interface Props<Row> {
  /** Read to screen readers; what the rows are. */
  label: string
  columns: readonly Column<Row>[]
  /** `undefined` while loading. */
  rows: readonly Row[] | undefined
  rowKey: (row: Row) => string
  initialSort?: Sort
  /** Shown instead of the table when there are no rows. */
  empty?: ReactNode
  skeletonRows?: number
  /** Marks a row, e.g. one that is live. */
  rowTone?: (row: Row) => 'live' | 'muted' | undefined
}

/**
 * Rows of things. A cell that holds `<RowLink>` makes its row open on click and Enter; arrow keys walk the rows.
 * Sorting is of the rows given, so lists that load page by page leave `sortBy` out.
 */
export function DataTable<Row>({ label, columns, rows, rowKey, initialSort, empty, skeletonRows = 8, rowTone }: Props<Row>) {
  const locale = useLocale()
  const [sort, setSort] = useState<Sort | null>(initialSort ?? null)
  const sorted = useMemo(() => rows && sortRows(rows, columns, sort, locale), [rows, columns, sort, locale])
  const handlers = useMemo(rowHandlers, [])
  if (sorted?.length === 0 && empty) return empty
  return (
    <div className={classes.wrap}>
      <table className={classes.table} aria-busy={!sorted}>
        <caption>
          <VisuallyHidden>{label}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeaderCell key={column.key} column={column} sort={sort} onSort={() => setSort(nextSort(sort, column.key))} />
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted?.map((row, index) => (
            <tr key={rowKey(row)} className={classes.row} tabIndex={index === 0 ? 0 : -1} data-tone={rowTone?.(row)} {...handlers}>
              {columns.map((column) => (
                <td key={column.key} data-align={column.align} data-hide={column.hideBelow} onMouseEnter={revealCut}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
          {!sorted &&
            Array.from({ length: skeletonRows }, (_, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
              <tr key={row}>
                {columns.map((column, index) => (
                  <td key={column.key} data-align={column.align} data-hide={column.hideBelow}>
                    <Skeleton
                      height={12}
                      width={index === 0 ? `${46 + ((row * 17) % 40)}%` : '60%'}
                      radius="sm"
                      ml={column.align === 'end' ? 'auto' : undefined}
                    />
                  </td>
                ))}
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  )
}
