import { describe, expect, it } from 'vitest'
import { nextSort, sortRows } from './sort'
import type { Column } from './types'

interface Row {
  name: string
  calls: number | null
}
const columns: Column<Row>[] = [
  { key: 'name', header: 'Name', cell: (row) => row.name, sortBy: (row) => row.name },
  { key: 'calls', header: 'Calls', cell: (row) => row.calls, sortBy: (row) => row.calls },
]
const rows: Row[] = [
  { name: 'menu 10', calls: 3 },
  { name: 'Menu 2', calls: null },
  { name: 'áccueil', calls: 7 },
]
const names = (sorted: readonly Row[]) => sorted.map((row) => row.name)

describe('sortRows', () => {
  it('given text, then sorts as people do: case, accents and numbers', () => {
    expect(names(sortRows(rows, columns, { key: 'name', direction: 'ascending' }, 'en'))).toEqual(['áccueil', 'Menu 2', 'menu 10'])
  })

  it('given a missing value, then it comes last in both directions', () => {
    expect(names(sortRows(rows, columns, { key: 'calls', direction: 'ascending' }, 'en'))).toEqual(['menu 10', 'áccueil', 'Menu 2'])
    expect(names(sortRows(rows, columns, { key: 'calls', direction: 'descending' }, 'en'))).toEqual(['áccueil', 'menu 10', 'Menu 2'])
  })

  it('given no sort, then the order of the data', () => {
    expect(sortRows(rows, columns, null, 'en')).toBe(rows)
  })

  it('given a click on the sorted header, then the direction turns', () => {
    expect(nextSort(null, 'name')).toEqual({ key: 'name', direction: 'ascending' })
    expect(nextSort({ key: 'name', direction: 'ascending' }, 'name').direction).toBe('descending')
    expect(nextSort({ key: 'name', direction: 'descending' }, 'calls')).toEqual({ key: 'calls', direction: 'ascending' })
  })
})
