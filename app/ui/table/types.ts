import type { ReactNode } from 'react'

/** One column of a `DataTable`. */
export interface Column<Row> {
  readonly key: string
  readonly header: ReactNode
  /** The head is only read out, e.g. over a column of buttons. */
  readonly hideHeader?: boolean
  readonly cell: (row: Row) => ReactNode
  /** Makes the column sortable by this value; `null` sorts last. */
  readonly sortBy?: (row: Row) => string | number | Date | null
  /** CSS width, e.g. `'8rem'`; without it the column takes what is left. */
  readonly width?: string
  readonly align?: 'start' | 'end'
  /** Hidden while the table is narrower than this. */
  readonly hideBelow?: 'sm' | 'md' | 'lg'
}

export interface Sort {
  readonly key: string
  readonly direction: 'ascending' | 'descending'
}
