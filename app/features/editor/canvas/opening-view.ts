import type { ReactFlowInstance } from '@xyflow/react'
import { CARD_HEIGHT, CARD_WIDTH, GAP } from '../model/geometry'
import type { CanvasEdge, CanvasNode } from './types'

/** Below this zoom the words on the cards are hard to read. */
const READABLE = 0.62
/** Room for the question beside the entry of an empty flow. */
const QUESTION = { width: 340, height: 320 }

/** A flow opens as a whole where it can still be read, else at its beginning; an empty one with the question beside it. */
export async function openingView(flow: ReactFlowInstance<CanvasNode, CanvasEdge>) {
  const nodes = flow.getNodes()
  const steps = nodes.filter((node) => node.type === 'step')
  const entry = steps.find((node) => node.data.explanation.definition?.singleton) ?? steps[0]
  if (!entry) return
  const { x, y } = entry.position
  if (nodes.length === 1) {
    await flow.fitBounds({ x, y, width: CARD_WIDTH + GAP.x + QUESTION.width, height: QUESTION.height }, { padding: 0.06 })
    if (flow.getZoom() > 1) await flow.zoomTo(1)
    return
  }
  await flow.fitView({ maxZoom: 1, padding: 0.12 })
  if (flow.getZoom() >= READABLE) return
  const { clientHeight } = document.querySelector('.react-flow') ?? { clientHeight: 600 }
  const zoom = 0.8
  await flow.setViewport({ x: 48 - x * zoom, y: clientHeight / 2 - (y + (entry.measured?.height ?? CARD_HEIGHT) / 2) * zoom, zoom })
}
