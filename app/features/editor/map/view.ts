interface Size {
  readonly width: number
  readonly height: number
}
interface Box extends Size {
  readonly x: number
  readonly y: number
}
interface Viewport {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

/** Smaller, nobody reads what a card says. */
const READABLE = 0.6
/** To see the whole way at once is worth a little of that. */
const OVERVIEW = 0.5
const MARGIN = 40

/** A view on what matters: in the middle where all of it can be read at once, else from its beginning on. */
export function viewOf(all: Box, first: Box, frame: Size): Viewport {
  const fits = Math.min((frame.width - 2 * MARGIN) / all.width, (frame.height - 2 * MARGIN) / all.height, 1)
  if (fits >= OVERVIEW) return centred(all, frame, fits)
  const { y } = centred(first, frame, READABLE)
  return { x: MARGIN - all.x * READABLE, y, zoom: READABLE }
}

/** The view moved so that a card is well inside and can be read; null where it is already. */
export function viewWith(view: Viewport, card: Box, frame: Size): Viewport | null {
  const [left, top] = [card.x * view.zoom + view.x, card.y * view.zoom + view.y]
  const [right, bottom] = [left + card.width * view.zoom, top + card.height * view.zoom]
  const inside = left >= MARGIN / 2 && top >= MARGIN / 2 && right <= frame.width - MARGIN / 2 && bottom <= frame.height - MARGIN / 2
  if (inside && view.zoom >= READABLE) return null
  return centred(card, frame, Math.max(view.zoom, READABLE))
}

function centred({ x, y, width, height }: Box, frame: Size, zoom: number): Viewport {
  return { x: frame.width / 2 - (x + width / 2) * zoom, y: frame.height / 2 - (y + height / 2) * zoom, zoom }
}
