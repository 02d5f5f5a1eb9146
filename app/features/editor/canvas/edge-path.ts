import { getBezierPath, getSmoothStepPath, Position } from '@xyflow/react'

interface Ends {
  readonly sourceX: number
  readonly sourceY: number
  readonly targetX: number
  readonly targetY: number
}

/** The line from a port on the right to a port on the left. Forward a calm curve; backward around, with rounded corners. */
export function edgePath({ sourceX, sourceY, targetX, targetY }: Ends): {
  readonly d: string
  readonly labelX: number
  readonly labelY: number
} {
  // ports are larger to the pointer than to the eye: the line begins at the dot
  const ends = {
    sourceX: sourceX - 5,
    sourceY,
    targetX: targetX + 2,
    targetY,
    sourcePosition: Position.Right,
    targetPosition: Position.Left,
  }
  const forward = targetX - sourceX > 24
  const [d, labelX, labelY] = forward
    ? getBezierPath({ ...ends, curvature: 0.3 })
    : getSmoothStepPath({ ...ends, borderRadius: 14, offset: 28 })
  return { d, labelX, labelY }
}
