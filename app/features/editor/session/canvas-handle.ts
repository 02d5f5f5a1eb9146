import type { Box, Point } from '../model/geometry'

/** What the editor asks of the drawn canvas. */
export interface CanvasHandle {
  /** Page pixels → canvas. */
  toCanvas(screen: Point): Point
  /** Canvas → page pixels. */
  toScreen(point: Point): Point
  /** The middle of what is visible, on the canvas. */
  middle(): Point
  /** Where the pointer is over the canvas; null when it is elsewhere. */
  pointer(): Point | null
  /** A step's or note's box as drawn; null before it was. */
  boxOf(id: string): Box | null
  /** Ports' heights below the card's top, by exit; for the layout. */
  portsOf(id: string): ReadonlyMap<string, number>
  /** Brings a step or note into view, unless it is well inside already. */
  reveal(id: string, options?: { readonly always?: boolean }): void
  /** Gives a step's card the keyboard; for null the canvas itself. */
  focus(id: string | null): void
  fit(ids?: readonly string[]): void
  zoom(by: 'in' | 'out' | 'actual'): void
}
