import { type Box, bounds, type Point } from './geometry'

export const alignments = ['left', 'center', 'right', 'top', 'middle', 'bottom'] as const
export type Alignment = (typeof alignments)[number]
export type Axis = 'horizontal' | 'vertical'

/** Where each box goes so that all share an edge or an axis. */
export function align(boxes: ReadonlyMap<string, Box>, to: Alignment): Map<string, Point> {
  const around = bounds([...boxes.values()])
  if (!around) return new Map()
  const place = (box: Box): Point => {
    switch (to) {
      case 'left':
        return { x: around.x, y: box.y }
      case 'center':
        return { x: around.x + (around.width - box.width) / 2, y: box.y }
      case 'right':
        return { x: around.x + around.width - box.width, y: box.y }
      case 'top':
        return { x: box.x, y: around.y }
      case 'middle':
        return { x: box.x, y: around.y + (around.height - box.height) / 2 }
      case 'bottom':
        return { x: box.x, y: around.y + around.height - box.height }
    }
  }
  return new Map([...boxes].map(([id, box]) => [id, rounded(place(box))]))
}

/** Where each box goes so that the gaps along an axis are equal; the outermost stay. Needs three. */
export function distribute(boxes: ReadonlyMap<string, Box>, axis: Axis): Map<string, Point> {
  const along = axis === 'horizontal' ? ('x' as const) : ('y' as const)
  const length = axis === 'horizontal' ? ('width' as const) : ('height' as const)
  const sorted = [...boxes].sort(([, a], [, b]) => a[along] - b[along])
  const around = bounds([...boxes.values()])
  if (!around || sorted.length < 3) return new Map()
  const free = around[length] - sorted.reduce((sum, [, box]) => sum + box[length], 0)
  const gap = free / (sorted.length - 1)
  let at = around[along]
  return new Map(
    sorted.map(([id, box]) => {
      const place = rounded({ x: box.x, y: box.y, [along]: at })
      at += box[length] + gap
      return [id, place]
    }),
  )
}

// `+ 0` makes a minus zero a plain one, which JSON would do anyway
const rounded = ({ x, y }: Point): Point => ({ x: Math.round(x) + 0, y: Math.round(y) + 0 })
