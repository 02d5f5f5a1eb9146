import type { Point } from '../model/geometry'

/** The edge under a place on the page, by key; edges are thick to the pointer though thin to the eye. */
export function edgeUnder({ x, y }: Point): string | null {
  for (const element of document.elementsFromPoint(x, y)) {
    const edge = element.closest('.react-flow__edge')
    if (edge) return edge.getAttribute('data-id')
  }
  return null
}

/** The step under a place on the page, by id. */
export function nodeUnder({ x, y }: Point): string | null {
  return document.elementFromPoint(x, y)?.closest('[data-node-id]')?.getAttribute('data-node-id') ?? null
}

/** Whether a place on the page is over the drawing surface: not over panels that float on it, save the question that a first step answers. */
export function overCanvas({ x, y }: Point): boolean {
  const element = document.elementFromPoint(x, y)
  return element !== null && element.closest('.react-flow__renderer, [data-drop-through]') !== null
}

/** Where a mouse or touch event happened, on the page. */
export function screenPoint(event: MouseEvent | TouchEvent): Point {
  if ('clientX' in event) return { x: event.clientX, y: event.clientY }
  const touch = event.changedTouches[0] ?? event.touches[0]
  return { x: touch?.clientX ?? 0, y: touch?.clientY ?? 0 }
}
