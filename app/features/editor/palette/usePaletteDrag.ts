import { type PointerEvent as ReactPointerEvent, useCallback, useState } from 'react'
import { edgeUnder, overCanvas } from '../canvas/hit-test'
import { type Point, snap } from '../model/geometry'
import { useActions, useEditor, useSession } from '../session/EditorContext'

/** A step type on its way to the canvas. */
export interface PaletteDrag {
  readonly type: string
  readonly screen: Point
  /** Whether it can be dropped where it is. */
  readonly over: boolean
  /** The card's corner under the pointer is this far from it, in px at zoom 1. */
  readonly grip: Point
}

const START_PX = 4
const grip: Point = { x: 132, y: 22 }

/** Dragging from the palette by pointer (mouse, pen or finger); Escape takes it back. */
export function usePaletteDrag() {
  const { ui, canvas } = useSession()
  const actions = useActions()
  const readOnly = useEditor((state) => state.readOnly)
  const [drag, setDrag] = useState<PaletteDrag | null>(null)

  const begin = useCallback(
    (type: string, event: ReactPointerEvent<HTMLElement>) => {
      if (event.button !== 0 || readOnly) return
      const start = { x: event.clientX, y: event.clientY }
      const source = event.currentTarget
      let dragging = false

      const move = (moved: PointerEvent) => {
        const screen = { x: moved.clientX, y: moved.clientY }
        if (!dragging && Math.hypot(screen.x - start.x, screen.y - start.y) < START_PX) return
        dragging = true
        moved.preventDefault()
        const over = overCanvas(screen)
        const edge = over ? edgeUnder(screen) : null
        if (ui.getState().dropEdge !== edge) ui.setState({ dropEdge: edge })
        setDrag({ type, screen, over, grip })
      }
      const end = (ended: PointerEvent | null) => {
        window.removeEventListener('pointermove', move)
        window.removeEventListener('pointerup', drop)
        window.removeEventListener('pointercancel', cancel)
        window.removeEventListener('keydown', giveUp, true)
        const edge = ui.getState().dropEdge
        ui.setState({ dropEdge: null })
        setDrag(null)
        if (!dragging) return
        // the click that ends this press, if there is one, comes before anything else does
        const noPress = (click: Event) => click.preventDefault()
        source.addEventListener('click', noPress, true)
        setTimeout(() => source.removeEventListener('click', noPress, true))
        const screen = ended && { x: ended.clientX, y: ended.clientY }
        if (!screen || !overCanvas(screen) || !canvas.current) return
        const point = canvas.current.toCanvas(screen)
        const id = actions.addStep(type, { at: snap({ x: point.x - grip.x, y: point.y - grip.y }), ...(edge ? { edge } : {}) })
        if (id) canvas.current.focus(id)
      }
      const drop = (dropped: PointerEvent) => end(dropped)
      const cancel = () => end(null)
      const giveUp = (key: KeyboardEvent) => {
        if (key.key !== 'Escape') return
        key.stopPropagation()
        cancel()
      }
      window.addEventListener('pointermove', move)
      window.addEventListener('pointerup', drop)
      window.addEventListener('pointercancel', cancel)
      window.addEventListener('keydown', giveUp, true)
    },
    [ui, canvas, actions, readOnly],
  )

  return { drag, begin }
}
