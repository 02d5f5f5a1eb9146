import { getBezierPath, Position } from '@xyflow/react'
import type { Box, Point } from '../model/geometry'

interface Ends {
  readonly sourceX: number
  readonly sourceY: number
  readonly targetX: number
  readonly targetY: number
}

export interface EdgePath {
  readonly d: string
  readonly labelX: number
  readonly labelY: number
}

/** How far a line runs straight out of a port before it turns. */
const OUT = 26
const RADIUS = 14
/** Free space that a line keeps from the cards it goes around. */
const AROUND = 26

/** From here on an edge leads forward; nearer than this, or to the left, it goes around. */
export const isForward = ({ sourceX, targetX }: Ends): boolean => targetX - sourceX > 8

/** The line from a port on the right to a port on the left: forward a calm curve, backward around the cards at its ends. */
export function edgePath(ends: Ends, source?: Box, target?: Box): EdgePath {
  // ports are larger to the pointer than to the eye: the line begins at the dot
  const from = { x: ends.sourceX - 5, y: ends.sourceY }
  const to = { x: ends.targetX + 2, y: ends.targetY }
  if (!isForward(ends)) return backward(from, to, source, target)
  const [d, labelX, labelY] = getBezierPath({
    sourceX: from.x,
    sourceY: from.y,
    targetX: to.x,
    targetY: to.y,
    sourcePosition: Position.Right,
    targetPosition: Position.Left,
    curvature: 0.3,
  })
  return { d, labelX, labelY }
}

function backward(from: Point, to: Point, source: Box | undefined, target: Box | undefined): EdgePath {
  const y = laneOf(from, to, source, target)
  const right = from.x + OUT
  const left = to.x - OUT
  const d = rounded([from, { x: right, y: from.y }, { x: right, y }, { x: left, y }, { x: left, y: to.y }, to])
  return { d, labelX: (right + left) / 2, labelY: y }
}

/** The height at which a line runs back: between the two cards where there is room, else below both. */
function laneOf(from: Point, to: Point, source: Box | undefined, target: Box | undefined): number {
  if (!source || !target) return (from.y + to.y) / 2
  const sourceBottom = source.y + source.height
  const targetBottom = target.y + target.height
  if (source.y - targetBottom > AROUND) return (source.y + targetBottom) / 2
  if (target.y - sourceBottom > AROUND) return (target.y + sourceBottom) / 2
  return Math.max(sourceBottom, targetBottom) + AROUND
}

/** A line through the points with rounded corners. */
export function rounded(points: readonly Point[]): string {
  const [first] = points
  if (!first) return ''
  let d = `M${first.x} ${first.y}`
  for (let i = 1; i < points.length; i++) {
    const before = points[i - 1]
    const corner = points[i]
    const after = points[i + 1]
    if (!before || !corner) continue
    if (!after) {
      d += ` L${corner.x} ${corner.y}`
      continue
    }
    const radius = Math.min(RADIUS, distance(before, corner) / 2, distance(corner, after) / 2)
    const enter = towards(corner, before, radius)
    const leave = towards(corner, after, radius)
    d += ` L${enter.x} ${enter.y} Q${corner.x} ${corner.y} ${leave.x} ${leave.y}`
  }
  return d
}

const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y)

function towards(from: Point, to: Point, by: number): Point {
  const length = distance(from, to)
  if (length === 0) return from
  return { x: from.x + ((to.x - from.x) / length) * by, y: from.y + ((to.y - from.y) / length) * by }
}
