import type { FlowEdge } from '@/engine/flow'
import type { Explain } from '../model/explain'
import type { Point } from '../model/geometry'
import { edgeKey } from '../model/keys'
import { type Direction, neighbour, readingOrder } from '../model/navigate'
import { isNothing, type Selection, select } from '../model/selection'
import type { EditorSession } from './session'
import type { MenuTarget } from './ui-store'

/** Getting around and picking by keyboard: what is picked has the keyboard too. */
export function createMoveActions({ editor, ui, canvas }: EditorSession, explain: Explain) {
  const state = () => editor.getState()
  const pickedEdge = (): FlowEdge | undefined => {
    const { selection, document } = state()
    const [key] = selection.edges
    return selection.nodes.length + selection.notes.length > 0 ? undefined : document.edges.find((edge) => edgeKey(edge) === key)
  }
  const isNote = (id: string) => state().document.notes.some((note) => note.id === id)
  const show = (id: string, selection: Selection) => {
    state().select(selection)
    canvas.current?.reveal(id)
    canvas.current?.focus(id)
  }

  /** Selects a step or a note and gives it the keyboard. */
  const take = (id: string) => show(id, select(isNote(id) ? { notes: [id] } : { nodes: [id] }))

  /** Picks a step's connections one after the other; from none, the first. The step keeps the keyboard. */
  function takeEdge(by: 1 | -1 = 1): boolean {
    const { document, selection } = state()
    const current = pickedEdge()
    const from = current?.from ?? selection.nodes.at(-1)
    const all = document.edges.filter((edge) => edge.from === from)
    const at = current ? all.indexOf(current) : -1
    const next = all[(at < 0 && by < 0 ? 0 : at + by + all.length) % Math.max(1, all.length)]
    if (!next) return false
    show(next.from, select({ edges: [edgeKey(next)] }))
    return true
  }

  /** Where the arrow leads: to the next step along the edges; from an edge to its ends and to those beside it. */
  function walk(direction: Direction) {
    const { document, selection } = state()
    const edge = pickedEdge()
    if (edge) {
      if (direction === 'left') take(edge.from)
      else if (direction === 'right') take(edge.to)
      else takeEdge(direction === 'down' ? 1 : -1)
      return
    }
    const from = selection.nodes.at(-1)
    const next = from ? neighbour(document, from, direction, explain) : (readingOrder(document, explain)[0] ?? null)
    if (next) take(next)
  }

  /** As `walk`, but what was picked stays picked; going back lets go of it again. */
  function extend(direction: Direction) {
    const { document, selection } = state()
    const from = selection.nodes.at(-1)
    const next = from ? neighbour(document, from, direction, explain) : null
    if (!from || !next) return
    const back = selection.nodes.at(-2) === next
    const nodes = back ? selection.nodes.slice(0, -1) : [...selection.nodes.filter((id) => id !== next), next]
    show(next, { ...selection, nodes, edges: [] })
  }

  /** Through all steps in reading order, then the notes; false at the end, where the page's own order goes on. */
  function step(by: 1 | -1): boolean {
    const { document, selection } = state()
    const notes = [...document.notes].sort((a, b) => a.position.y - b.position.y || a.position.x - b.position.x)
    const order = [...readingOrder(document, explain), ...notes.map((note) => note.id as string)]
    const at = order.indexOf(pickedEdge()?.from ?? selection.notes.at(-1) ?? selection.nodes.at(-1) ?? '')
    const next = at < 0 ? undefined : order[at + by]
    if (next === undefined) return false
    take(next)
    return true
  }

  /** Opens the menu of what is selected, or of the canvas, beside it. False while nothing is drawn. */
  function menuHere(): boolean {
    const { selection } = state()
    const surface = canvas.current
    if (!surface) return false
    const open = (at: Point, target: MenuTarget) => {
      ui.setState({ menu: { screen: surface.toScreen(at), at, target } })
      return true
    }
    const edge = pickedEdge()
    if (edge) {
      const [from, to] = [surface.boxOf(edge.from), surface.boxOf(edge.to)]
      if (!from || !to) return false
      const port = surface.portsOf(edge.from).get(edge.outcome) ?? 24
      return open({ x: (from.x + from.width + to.x) / 2, y: (from.y + port + to.y + 24) / 2 }, { kind: 'edge', key: edgeKey(edge) })
    }
    if (isNothing(selection)) return open(surface.middle(), { kind: 'canvas' })
    const id = selection.nodes.at(-1) ?? selection.notes.at(-1)
    const box = id === undefined ? null : surface.boxOf(id)
    if (id === undefined || !box) return false
    const many = selection.nodes.length + selection.notes.length > 1
    return open({ x: box.x + 40, y: box.y + 40 }, many ? { kind: 'selection' } : { kind: isNote(id) ? 'note' : 'node', id })
  }

  return { take, takeEdge, walk, extend, step, menuHere }
}
