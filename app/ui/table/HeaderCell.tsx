import { UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import classes from './DataTable.module.css'
import type { Column, Sort } from './types'

/** A column's head; a button where the column sorts. */
export function HeaderCell<Row>({ column, sort, onSort }: { column: Column<Row>; sort: Sort | null; onSort: () => void }) {
  const active = sort?.key === column.key ? sort.direction : undefined
  const Arrow = active === 'descending' ? IconArrowDown : IconArrowUp
  return (
    <th scope="col" style={{ width: column.width }} data-align={column.align} data-hide={column.hideBelow} aria-sort={active}>
      {column.sortBy ? (
        <UnstyledButton className={classes.sort} onClick={onSort} data-active={active ? true : undefined}>
          {column.header}
          <Arrow size={12} stroke={2} className={classes.arrow} aria-hidden />
        </UnstyledButton>
      ) : column.hideHeader ? (
        <VisuallyHidden>{column.header}</VisuallyHidden>
      ) : (
        column.header
      )}
    </th>
  )
}
