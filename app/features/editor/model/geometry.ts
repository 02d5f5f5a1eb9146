/** A point on the canvas, in px at zoom 1. */
export interface Point {
  readonly x: number
  readonly y: number
}
export interface Size {
  readonly width: number
  readonly height: number
}
export interface Box extends Point, Size {}

/** The canvas grid; everything stands on it. */
export const GRID = 8
/** Width of a step's card; its height follows from what it says. */
export const CARD_WIDTH = 264
/** Height assumed of a card that has not been drawn yet. */
export const CARD_HEIGHT = 136
/** Free space between cards that are placed for the user. */
export const GAP = { x: 96, y: 40 } as const

export const snap = (point: Point): Point => ({ x: Math.round(point.x / GRID) * GRID + 0, y: Math.round(point.y / GRID) * GRID + 0 })

export const offset = (point: Point, by: Point): Point => ({ x: point.x + by.x, y: point.y + by.y })

export const center = (box: Box): Point => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 })

/** The smallest box around all; null for none. */
export function bounds(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null
  const x = Math.min(...boxes.map((box) => box.x))
  const y = Math.min(...boxes.map((box) => box.y))
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  }
}

export const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

/** The nearest place at or below `wanted` where a box of that size touches no other (bounded search). */
export function freePlace(wanted: Point, size: Size, taken: readonly Box[]): Point {
  let place = snap(wanted)
  for (let i = 0; i < 200; i++) {
    const hit = taken.find((box) => overlap({ ...place, ...size }, box))
    if (!hit) return place
    place = snap({ x: place.x, y: hit.y + hit.height + GRID * 3 })
  }
  return place
}
