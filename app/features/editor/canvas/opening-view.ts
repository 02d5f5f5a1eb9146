import type { ReactFlowInstance } from '@xyflow/react'
import { type Box, CARD_HEIGHT, CARD_WIDTH, GAP, type Point, type Size } from '../model/geometry'
import type { CanvasEdge, CanvasNode } from './types'

/** Below this zoom the words on the cards are hard to read. */
const READABLE = 0.68
/** Free space around what is shown, in px on screen; the tools float over the lower edge. */
const MARGIN = { side: 40, top: 36, bottom: 84 } as const
/** Room for the question beside the entry of an empty flow. */
const QUESTION = { width: 320, height: 320 }
/** Width of the first steps' list in the upper left corner, with its margins. */
const LIST = 300

interface Viewport extends Point {
  readonly zoom: number
}

/** A flow opens as a whole where it can still be read, else at its beginning; an empty one with the question beside it. */
export async function openingView(flow: ReactFlowInstance<CanvasNode, CanvasEdge>) {
  const nodes = flow.getNodes()
  const steps = nodes.filter((node) => node.type === 'step')
  const entry = steps.find((node) => node.data.explanation.definition?.singleton) ?? steps[0]
  if (!entry) return
  const { clientWidth: width, clientHeight: height } = document.querySelector('.react-flow') ?? { clientWidth: 900, clientHeight: 600 }
  if (nodes.length === 1) {
    await flow.setViewport(openEmptyAt(entry.position, { width, height }))
    return
  }
  const first = { ...entry.position, width: CARD_WIDTH, height: entry.measured?.height ?? CARD_HEIGHT }
  await flow.setViewport(openAt(flow.getNodesBounds(nodes), first, { width, height }))
}

/** Where an empty flow opens: the entry and the question in the middle, but clear of the first steps' list. */
export function openEmptyAt(entry: Point, frame: Size): Viewport {
  const asked = CARD_WIDTH + GAP.x + QUESTION.width
  const zoom = Math.min(1, (frame.width - 2 * MARGIN.side) / asked)
  const left = Math.max(MARGIN.side, Math.min(Math.max((frame.width - asked * zoom) / 2, LIST), frame.width - MARGIN.side - asked * zoom))
  return { x: left - entry.x * zoom, y: (frame.height - QUESTION.height * zoom) / 2 - entry.y * zoom, zoom }
}

/** Where a drawing opens in a frame: all of it, or from its left edge on with the first card at half height. */
export function openAt(all: Box, first: Box, frame: Size): Viewport {
  const room = { width: frame.width - 2 * MARGIN.side, height: frame.height - MARGIN.top - MARGIN.bottom }
  const fits = Math.min(1, room.width / all.width, room.height / all.height)
  const zoom = Math.max(fits, READABLE)
  const x = fits >= READABLE ? MARGIN.side + (room.width - all.width * zoom) / 2 : MARGIN.side
  const left = x - all.x * zoom
  if (all.height * zoom <= room.height) return { x: left, y: MARGIN.top + (room.height - all.height * zoom) / 2 - all.y * zoom, zoom }
  const middle = MARGIN.top + room.height / 2 - (first.y + first.height / 2) * zoom
  // no empty space above the highest card or below the lowest while others are cut off
  const highest = MARGIN.top - all.y * zoom
  const lowest = MARGIN.top + room.height - (all.y + all.height) * zoom
  return { x: left, y: Math.min(highest, Math.max(lowest, middle)), zoom }
}
