import type { Column, Sort } from './types'

/** Rows in the order of `sort`; stable, text by the locale's collation with numbers in it by value, missing values last. */
export function sortRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[], sort: Sort | null, locale: string): readonly Row[] {
  const value = columns.find((column) => column.key === sort?.key)?.sortBy
  if (!sort || !value) return rows
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' })
  const sign = sort.direction === 'ascending' ? 1 : -1
  return rows.toSorted((left, right) => {
    const a = value(left)
    const b = value(right)
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    return sign * (typeof a === 'string' ? collator.compare(a, String(b)) : Number(a) - Number(b))
  })
}

/** Next state of a header that was clicked: ascending, then descending. */
export function nextSort(sort: Sort | null, key: string): Sort {
  return { key, direction: sort?.key === key && sort.direction === 'ascending' ? 'descending' : 'ascending' }
}
