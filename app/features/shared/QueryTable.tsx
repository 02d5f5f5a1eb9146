'use client'

import type { ComponentProps } from 'react'
import { DataTable } from '@/app/ui/table'
import { ErrorState } from './ErrorState'

type Props<Row> = Omit<ComponentProps<typeof DataTable<Row>>, 'rows'> & {
  query: { readonly isError: boolean; readonly error: unknown; readonly refetch: () => unknown }
  rows: readonly Row[] | undefined
}

/** A table of what a query brings: placeholders while it loads, the error and "try again" when it failed. */
export function QueryTable<Row>({ query, ...table }: Props<Row>) {
  if (query.isError && !table.rows) return <ErrorState error={query.error} onRetry={query.refetch} />
  return <DataTable {...table} />
}
