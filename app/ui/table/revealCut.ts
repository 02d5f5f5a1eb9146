import type { MouseEvent } from 'react'

/** On a cell the pointer enters: what is cut off there can be read in a tooltip, e.g. a long name. */
export function revealCut({ currentTarget: cell }: MouseEvent<HTMLElement>) {
  // First what is inside: a cell may hold two lines, of which one is too long. One pixel wide is what only screen readers read.
  const cut = [...cell.querySelectorAll('*'), cell].find((element) => element.scrollWidth > element.clientWidth && element.clientWidth > 1)
  if (cut) cell.title = cut.textContent ?? ''
  else cell.removeAttribute('title')
}
