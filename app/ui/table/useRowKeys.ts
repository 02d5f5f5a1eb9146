'use client'

import type { KeyboardEvent, MouseEvent } from 'react'

/** Things inside a row that have a click of their own. */
const own = 'a, button, input, select, textarea, label, audio, [role="menuitem"], [role="menu"], [role="slider"]'

function rowLink(row: Element): HTMLElement | null {
  return row.querySelector<HTMLElement>('[data-row-link]')
}

/** Arrow keys walk the rows of a table, Enter and a click anywhere in a row open it. */
export function rowHandlers() {
  return {
    onKeyDown(event: KeyboardEvent<HTMLTableRowElement>) {
      const row = event.currentTarget
      if (event.target !== row) return
      const rows = [...(row.parentElement?.querySelectorAll<HTMLTableRowElement>('tr[tabindex]') ?? [])]
      const at = rows.indexOf(row)
      const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key]
      if (to !== undefined) {
        event.preventDefault()
        rows[Math.max(0, Math.min(rows.length - 1, to))]?.focus()
      } else if (event.key === 'Enter') {
        event.preventDefault()
        rowLink(row)?.click()
      }
    },
    onClick(event: MouseEvent<HTMLTableRowElement>) {
      const { currentTarget: row, target } = event
      // Portalled menus bubble through React but lie outside the row.
      if (!(target instanceof Element) || !row.contains(target) || target.closest(own)) return
      if (window.getSelection()?.toString()) return
      const { ctrlKey, metaKey, shiftKey } = event
      rowLink(row)?.dispatchEvent(new window.MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }))
    },
  }
}
