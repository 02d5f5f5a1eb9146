import { useReactFlow, useStoreApi } from '@xyflow/react'
import { type RefObject, useEffect } from 'react'
import { CARD_HEIGHT, CARD_WIDTH, type Point } from '../model/geometry'
import type { CanvasHandle } from '../session/canvas-handle'
import { useSession } from '../session/EditorContext'
import type { CanvasEdge, CanvasNode } from './types'

const MOVE = { duration: 220 }

/** Lends the drawn canvas to the rest of the editor. */
export function useCanvasHandle(root: RefObject<HTMLDivElement | null>) {
  const { canvas } = useSession()
  const flow = useReactFlow<CanvasNode, CanvasEdge>()
  const store = useStoreApi<CanvasNode, CanvasEdge>()
  useEffect(() => {
    let pointer: Point | null = null
    const element = root.current
    const moved = (event: PointerEvent) => {
      pointer = { x: event.clientX, y: event.clientY }
    }
    const left = () => {
      pointer = null
    }
    element?.addEventListener('pointermove', moved)
    element?.addEventListener('pointerleave', left)
    const area = () => element?.getBoundingClientRect() ?? new DOMRect()
    /** Brings a card into view, unless it is well inside already. */
    const show = (id: string, always: boolean) => {
      const node = store.getState().nodeLookup.get(id)
      if (!node) return
      // cards far away are not in the page of a large flow, and not measured
      const { width: cardWidth = CARD_WIDTH, height: cardHeight = CARD_HEIGHT } = node.measured
      const at = node.internals.positionAbsolute
      const { x, y, width, height } = area()
      const zoom = flow.getZoom()
      const from = flow.flowToScreenPosition(at)
      const inside =
        from.x > x + 24 && from.y > y + 24 && from.x + cardWidth * zoom < x + width - 24 && from.y + cardHeight * zoom < y + height - 24
      if (inside && !(always && zoom < 0.5)) return
      void flow.setCenter(at.x + cardWidth / 2, at.y + cardHeight / 2, { zoom: Math.min(1, Math.max(zoom, 0.75)), ...MOVE })
    }
    const cardOf = (id: string) => element?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`)
    /** What was just added, or scrolled to, is there some frames later. */
    const once = (ready: () => boolean, run: () => void, frames = 40) => {
      if (ready()) run()
      else if (frames > 0) requestAnimationFrame(() => once(ready, run, frames - 1))
    }
    const handle: CanvasHandle = {
      toCanvas: (screen) => flow.screenToFlowPosition(screen),
      toScreen: (point) => flow.flowToScreenPosition(point),
      middle: () => {
        const { x, y, width, height } = area()
        return flow.screenToFlowPosition({ x: x + width / 2, y: y + height / 2 })
      },
      pointer: () => pointer && flow.screenToFlowPosition(pointer),
      boxOf: (id) => {
        const node = store.getState().nodeLookup.get(id)
        const { width, height } = node?.measured ?? {}
        return node && width && height ? { ...node.internals.positionAbsolute, width, height } : null
      },
      portsOf: (id) => {
        const handles = store.getState().nodeLookup.get(id)?.internals.handleBounds?.source ?? []
        return new Map(handles.flatMap((port) => (port.id ? [[port.id, port.y + port.height / 2] as const] : [])))
      },
      reveal: (id, options) =>
        once(
          () => store.getState().nodeLookup.has(id),
          () => show(id, options?.always ?? false),
        ),
      focus: (id) => {
        if (id === null) element?.querySelector<HTMLElement>('.react-flow')?.focus({ preventScroll: true })
        else
          once(
            () => cardOf(id) !== null && cardOf(id) !== undefined,
            () => cardOf(id)?.focus({ preventScroll: true }),
          )
      },
      fit: (ids) => {
        void flow.fitView({ ...(ids ? { nodes: ids.map((id) => ({ id })) } : {}), maxZoom: 1, padding: 0.12, ...MOVE })
      },
      zoom: (by) => {
        if (by === 'in') void flow.zoomIn(MOVE)
        else if (by === 'out') void flow.zoomOut(MOVE)
        else void flow.zoomTo(1, MOVE)
      },
    }
    canvas.current = handle
    return () => {
      element?.removeEventListener('pointermove', moved)
      element?.removeEventListener('pointerleave', left)
      canvas.current = null
    }
  }, [canvas, flow, store, root])
}
