import type { EdgeChange, NodeChange } from '@xyflow/react'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { Point, Size } from '../model/geometry'
import { select } from '../model/selection'
import { useActions, useEditor, useSession, useSurroundings, useUi } from '../session/EditorContext'
import { edgeUnder } from './hit-test'
import { createProjector } from './project'
import type { CanvasEdge, CanvasNode } from './types'
import { useSceneWords } from './useSceneWords'

const noPlaces: ReadonlyMap<string, Point> = new Map()

/**
 * The document as React Flow's nodes and edges, and React Flow's changes as commands. While cards are dragged or notes
 * resized, their places live here; the document changes once, when they are let go.
 */
export function useScene() {
  const { editor, ui } = useSession()
  const actions = useActions()
  const words = useSceneWords()
  const document = useEditor((state) => state.document)
  const selection = useEditor((state) => state.selection)
  const readOnly = useEditor((state) => state.readOnly)
  const explain = useSurroundings((state) => state.explain)
  const problemsOf = useUi((state) => state.problemsOf)
  const live = useUi((state) => state.live)
  const measured = useRef(new Map<string, Size>())
  const [sizes, setSizes] = useState(0)
  const [places, setPlaces] = useState(noPlaces)
  const dragged = useRef(noPlaces)
  const [project] = useState(() => createProjector(measured.current))

  // biome-ignore lint/correctness/useExhaustiveDependencies: `sizes` stands for what is in `measured`
  const projection = useMemo(
    () => project({ document, selection, explain, problemsOf, live, readOnly, ...words }),
    [project, document, selection, explain, problemsOf, live, readOnly, words, sizes],
  )
  const gliding = useUi((state) => state.gliding)
  const nodes = useMemo(() => {
    if (gliding) {
      return projection.nodes.map((node) => {
        const position = gliding.get(node.id)
        return position ? { ...node, position: { ...position } } : node
      })
    }
    if (places.size === 0) return [...projection.nodes]
    return projection.nodes.map((node) => {
      const position = places.get(node.id)
      return position ? { ...node, position: { ...position }, dragging: true } : node
    })
  }, [projection.nodes, places, gliding])

  const onNodesChange = useCallback(
    (changes: NodeChange<CanvasNode>[]) => {
      let sized = false
      let moved: Map<string, Point> | null = null
      const resized = new Map<string, { size?: Size; position?: Point }>()
      const selected = new Set([...editor.getState().selection.nodes, ...editor.getState().selection.notes])
      let picked = false
      for (const change of changes) {
        if (change.type === 'dimensions' && change.dimensions) {
          const known = measured.current.get(change.id)
          if (known?.width !== change.dimensions.width || known.height !== change.dimensions.height) {
            measured.current.set(change.id, change.dimensions)
            sized = true
          }
          if (change.setAttributes) resized.set(change.id, { ...resized.get(change.id), size: change.dimensions })
        } else if (change.type === 'position' && change.position) {
          if (change.dragging) {
            moved ??= new Map(dragged.current)
            moved.set(change.id, change.position)
          } else if (change.dragging === undefined) resized.set(change.id, { ...resized.get(change.id), position: change.position })
        } else if (change.type === 'select') {
          picked = true
          if (change.selected) selected.add(change.id)
          else selected.delete(change.id)
        }
      }
      if (sized) setSizes((count) => count + 1)
      if (moved) {
        dragged.current = moved
        setPlaces(moved)
      }
      for (const [id, { size, position }] of resized)
        actions.resizeNote(id, { ...(size ? { size: { ...size } } : {}), ...(position ? { position: { ...position } } : {}) })
      if (picked) {
        const { document, selection } = editor.getState()
        const notes = new Set<string>(document.notes.map((note) => note.id))
        const all = [...selected]
        const edges =
          selection.edges.length > 0 && changes.some((change) => change.type === 'select' && change.selected) ? [] : selection.edges
        editor.getState().select(select({ nodes: all.filter((id) => !notes.has(id)), notes: all.filter((id) => notes.has(id)), edges }))
      }
    },
    [editor, actions],
  )

  const onEdgesChange = useCallback(
    (changes: EdgeChange<CanvasEdge>[]) => {
      const { selection } = editor.getState()
      const edges = new Set(selection.edges)
      for (const change of changes)
        if (change.type === 'select') {
          if (change.selected) edges.add(change.id)
          else edges.delete(change.id)
        }
      if (edges.size !== selection.edges.length || selection.edges.some((key) => !edges.has(key)))
        editor.getState().select({ ...selection, edges: [...edges] })
    },
    [editor],
  )

  const onNodeDragStart = useCallback(() => {
    dragged.current = noPlaces
  }, [])

  const onNodeDrag = useCallback(
    (event: MouseEvent | TouchEvent, node: CanvasNode, all: CanvasNode[]) => {
      if (all.length !== 1 || !('clientX' in event) || !actions.insertable(node.id)) return
      const edge = edgeUnder({ x: event.clientX, y: event.clientY })
      if (ui.getState().dropEdge !== edge) ui.setState({ dropEdge: edge })
    },
    [actions, ui],
  )

  const onNodeDragStop = useCallback(() => {
    const edge = ui.getState().dropEdge
    const moved = dragged.current
    dragged.current = noPlaces
    ui.setState({ dropEdge: null })
    const [only] = moved.keys()
    if (edge && only && moved.size === 1) actions.insertExisting(edge, only, moved)
    else if (moved.size > 0) actions.move(moved)
    setPlaces(noPlaces)
  }, [actions, ui])

  return { nodes, edges: projection.edges as CanvasEdge[], onNodesChange, onEdgesChange, onNodeDragStart, onNodeDrag, onNodeDragStop }
}
