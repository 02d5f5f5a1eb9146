import { useReactFlow, useStoreApi } from '@xyflow/react'
import { type RefObject, useEffect } from 'react'
import type { Point } from '../model/geometry'
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
      reveal: (id, options) => {
        const box = handle.boxOf(id) ?? flow.getNode(id)?.position
        if (!box) return
        const { x, y, width, height } = area()
        const size = 'width' in box ? box : { width: 264, height: 136 }
        const zoom = flow.getZoom()
        const from = flow.flowToScreenPosition({ x: box.x, y: box.y })
        const inside =
          from.x > x + 24 && from.y > y + 24 && from.x + size.width * zoom < x + width - 24 && from.y + size.height * zoom < y + height - 24
        if (inside && !(options?.always && zoom < 0.5)) return
        void flow.setCenter(box.x + size.width / 2, box.y + size.height / 2, { zoom: Math.min(1, Math.max(zoom, 0.75)), ...MOVE })
      },
      focus: (id) => {
        // a card that was just added or scrolled to is in the page a frame later
        requestAnimationFrame(() =>
          requestAnimationFrame(() =>
            element?.querySelector<HTMLElement>(`[data-node-id="${CSS.escape(id)}"]`)?.focus({ preventScroll: true }),
          ),
        )
      },
      fit: (ids) => {
        void flow.fitView({ ...(ids ? { nodes: ids.map((id) => ({ id })) } : {}), maxZoom: 1, padding: 0.18, ...MOVE })
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
