import { MantineProvider } from '@mantine/core'
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { NextIntlClientProvider } from 'next-intl'
import { describe, expect, it, vi } from 'vitest'
import { DataTable } from './DataTable'
import type { Column } from './types'

interface Row {
  id: string
  calls: number
}
const opened = vi.fn()
const columns: Column<Row>[] = [
  {
    key: 'id',
    header: 'Name',
    sortBy: (row) => row.id,
    cell: (row) => (
      <a
        href={`#${row.id}`}
        data-row-link
        onClick={(event) => {
          event.preventDefault()
          opened(row.id)
        }}
      >
        {row.id}
      </a>
    ),
  },
  { key: 'calls', header: 'Calls', sortBy: (row) => row.calls, cell: (row) => row.calls },
  { key: 'actions', header: 'Actions', hideHeader: true, cell: (row) => <button type="button">{`more ${row.id}`}</button> },
]
const rows: Row[] = [
  { id: 'beta', calls: 2 },
  { id: 'alpha', calls: 9 },
]

function show(shown: readonly Row[] | undefined) {
  opened.mockClear()
  render(
    <MantineProvider>
      <NextIntlClientProvider locale="en" messages={{}}>
        <DataTable label="Flows" columns={columns} rows={shown} rowKey={(row) => row.id} empty={<p>nothing here</p>} />
      </NextIntlClientProvider>
    </MantineProvider>,
  )
  return userEvent.setup()
}
const names = () => screen.getAllByRole('link').map((link) => link.textContent)

describe('DataTable', () => {
  it('given a click on a head, then rows sort by it, and turn around at the second', async () => {
    const user = show(rows)
    expect(names()).toEqual(['beta', 'alpha'])
    await user.click(screen.getByRole('button', { name: 'Name' }))
    expect(names()).toEqual(['alpha', 'beta'])
    expect(screen.getByRole('columnheader', { name: 'Name' }).getAttribute('aria-sort')).toBe('ascending')
    await user.click(screen.getByRole('button', { name: 'Name' }))
    expect(names()).toEqual(['beta', 'alpha'])
  })

  it('given the keyboard, then arrows walk the rows and Enter opens one', async () => {
    const user = show(rows)
    const [first] = screen.getAllByRole('row').slice(1)
    first?.focus()
    await user.keyboard('{ArrowDown}{Enter}')
    expect(opened).toHaveBeenCalledExactlyOnceWith('alpha')
    await user.keyboard('{Home}{Enter}')
    expect(opened).toHaveBeenLastCalledWith('beta')
  })

  it('given a click anywhere in a row, then it opens, but not when a button in it was meant', async () => {
    const user = show(rows)
    await user.click(screen.getByText('9'))
    expect(opened).toHaveBeenCalledExactlyOnceWith('alpha')
    await user.click(screen.getByRole('button', { name: 'more beta' }))
    expect(opened).toHaveBeenCalledOnce()
  })

  it('given a column whose head is not shown, then it is still named', () => {
    show(rows)
    expect(screen.getByRole('columnheader', { name: 'Actions' })).toBeTruthy()
  })

  it('given no data yet, then placeholders; given none, then what the page says of that', () => {
    show(undefined)
    expect(screen.getByRole('table', { name: 'Flows' }).getAttribute('aria-busy')).toBe('true')
    expect(within(screen.getByRole('table')).queryAllByRole('link')).toEqual([])
  })

  it('given no rows, then the table gives way to the empty state', () => {
    show([])
    expect(screen.queryByRole('table')).toBeNull()
    expect(screen.getByText('nothing here')).toBeTruthy()
  })

  it('given a name that is cut off, when the pointer is on it, then the whole of it is told', async () => {
    const user = show(rows)
    const [cut, whole] = screen.getAllByRole('link')
    if (!cut || !whole) throw new Error('no links')
    Object.defineProperties(cut, { clientWidth: { value: 20 }, scrollWidth: { value: 90 } })
    await user.hover(cut)
    await user.hover(whole)
    expect(cut.closest('td')?.title).toBe('beta')
    expect(whole.closest('td')?.title).toBe('')
  })
})
