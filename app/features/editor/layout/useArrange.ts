import { useCallback } from 'react'
import { moveTo } from '../model/edits/nodes'
import { CARD_HEIGHT, CARD_WIDTH, type Point } from '../model/geometry'
import { readingOrder } from '../model/navigate'
import { useSession } from '../session/EditorContext'
import { animatePlaces } from './animate'
import { layOut } from './elk'
import { type Drawn, placesOf, toElk, withNotes } from './graph'

/** Tidies the drawing (or, with several steps selected, just those): cards glide to their places, one step to undo. */
export function useArrange(): () => Promise<void> {
  const { editor, canvas, surroundings, ui } = useSession()
  return useCallback(async () => {
    const { document, selection, readOnly } = editor.getState()
    if (readOnly || document.nodes.length === 0) return
    const only = new Set<string>(selection.nodes.length > 1 ? selection.nodes : document.nodes.map((node) => node.id))
    const drawn = new Map<string, Drawn>(
      document.nodes.map((node) => {
        const { width, height } = canvas.current?.boxOf(node.id) ?? { width: CARD_WIDTH, height: CARD_HEIGHT }
        return [node.id, { width, height, ports: canvas.current?.portsOf(node.id) ?? new Map() }]
      }),
    )
    const order = readingOrder(document, surroundings.getState().explain)
    const laidOut = await layOut(toElk(document, drawn, order, only))
    // whatever was edited meanwhile stays: only places are set, of steps that are still there
    const steps = placesOf(
      laidOut,
      editor.getState().document,
      order.find((id) => only.has(id)),
    )
    const places = selection.nodes.length > 1 ? steps : withNotes(steps, editor.getState().document)
    const from = new Map<string, Point>([...document.nodes, ...document.notes].map((it) => [it.id, it.position]))
    await animatePlaces(ui, from, places)
    editor.getState().run({ name: 'arrange', edit: (now) => moveTo(now, places) })
    ui.setState({ gliding: null })
    if (selection.nodes.length <= 1) canvas.current?.fit()
  }, [editor, canvas, surroundings, ui])
}
