import { type KeyboardEvent, type PointerEvent, type RefObject, useCallback, useMemo, useRef, useState } from 'react'

export interface Reorder {
  readonly list: RefObject<HTMLUListElement | null>
  /** The entry that is being dragged, and the one it would go before. */
  readonly from: number | null
  readonly over: number | null
  readonly onPointerDown: (index: number, event: PointerEvent<HTMLElement>) => void
  readonly onKeyDown: (index: number, event: KeyboardEvent<HTMLElement>) => void
}

/** Puts a list's entries in order: by dragging their grips, or with the arrow keys on them. The same object for the same `move` while nothing is dragged. */
export function useReorder(count: number, move: (from: number, to: number) => void): Reorder {
  const list = useRef<HTMLUListElement>(null)
  const [drag, setDrag] = useState<{ from: number; over: number } | null>(null)

  const onPointerDown = useCallback(
    (index: number, event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return
      const grip = event.currentTarget
      grip.setPointerCapture(event.pointerId)
      let over = index
      const at = (y: number) => {
        const rows = [...(list.current?.querySelectorAll(':scope > [data-row]') ?? [])]
        const below = rows.findIndex((row) => y < row.getBoundingClientRect().top + row.getBoundingClientRect().height / 2)
        return below < 0 ? rows.length : below
      }
      const onMove = (moved: globalThis.PointerEvent) => {
        over = at(moved.clientY)
        setDrag({ from: index, over })
      }
      const onEnd = (ended: globalThis.PointerEvent) => {
        grip.removeEventListener('pointermove', onMove)
        grip.removeEventListener('pointerup', onEnd)
        grip.removeEventListener('pointercancel', onEnd)
        setDrag(null)
        const to = over > index ? over - 1 : over
        if (ended.type === 'pointerup' && to !== index) move(index, to)
      }
      grip.addEventListener('pointermove', onMove)
      grip.addEventListener('pointerup', onEnd)
      grip.addEventListener('pointercancel', onEnd)
    },
    [move],
  )

  const onKeyDown = useCallback(
    (index: number, event: KeyboardEvent<HTMLElement>) => {
      const to = event.key === 'ArrowUp' ? index - 1 : event.key === 'ArrowDown' ? index + 1 : null
      if (to === null) return
      event.preventDefault()
      event.stopPropagation()
      if (to < 0 || to >= count) return
      move(index, to)
      // the grip that one holds on to is the one at the new place
      requestAnimationFrame(() => list.current?.querySelectorAll<HTMLElement>(':scope > [data-row] [data-grip]')[to]?.focus())
    },
    [count, move],
  )

  return useMemo(
    () => ({
      list,
      from: drag?.from ?? null,
      over: drag && drag.over !== drag.from && drag.over !== drag.from + 1 ? drag.over : null,
      onPointerDown,
      onKeyDown,
    }),
    [drag, onPointerDown, onKeyDown],
  )
}
