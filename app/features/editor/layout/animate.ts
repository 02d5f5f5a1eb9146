import type { Point } from '../model/geometry'
import type { UiStore } from '../session/ui-store'

const DURATION_MS = 280

/** Lets cards glide from place to place; at once where the user wants no motion. */
export function animatePlaces(ui: UiStore, from: ReadonlyMap<string, Point>, to: ReadonlyMap<string, Point>): Promise<void> {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return Promise.resolve()
  const start = performance.now()
  return new Promise((resolve) => {
    const frame = (now: number) => {
      const done = Math.min(1, (now - start) / DURATION_MS)
      const eased = 1 - (1 - done) ** 3
      const between = new Map(
        [...to].map(([id, end]) => {
          const begin = from.get(id) ?? end
          return [id, { x: begin.x + (end.x - begin.x) * eased, y: begin.y + (end.y - begin.y) * eased }]
        }),
      )
      ui.setState({ gliding: between })
      if (done < 1) requestAnimationFrame(frame)
      else resolve()
    }
    requestAnimationFrame(frame)
  })
}
