import type { ReactFlowInstance } from '@xyflow/react'
import type { CanvasEdge, CanvasNode } from './types'

/** Below this zoom the words on the cards are hard to read. */
const READABLE = 0.62

/** A flow opens as a whole where it can still be read, else at its beginning. */
export function openingView(flow: ReactFlowInstance<CanvasNode, CanvasEdge>) {
  void flow.fitView({ maxZoom: 1, padding: 0.18 }).then(() => {
    if (flow.getZoom() >= READABLE) return
    const steps = flow.getNodes().filter((node) => node.type === 'step')
    const entry = steps.find((node) => node.data.explanation.definition?.singleton) ?? steps[0]
    if (!entry) return
    const { clientHeight } = document.querySelector('.react-flow') ?? { clientHeight: 600 }
    const zoom = 0.8
    const y = entry.position.y + (entry.measured?.height ?? 136) / 2
    void flow.setViewport({ x: 48 - entry.position.x * zoom, y: clientHeight / 2 - y * zoom, zoom })
  })
}
