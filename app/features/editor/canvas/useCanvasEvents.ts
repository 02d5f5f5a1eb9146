import { useReactFlow } from '@xyflow/react'
import { type MouseEvent as ReactMouseEvent, type RefObject, useMemo } from 'react'
import { NodeId } from '@/engine/flow'
import { select } from '../model/selection'
import { useActions, useSession } from '../session/EditorContext'
import type { MenuTarget } from '../session/ui-store'
import type { Exit } from './CanvasActions'
import type { CanvasEdge, CanvasNode } from './types'

/** How long an edge's tools stay after the pointer left, so that one can reach them. */
const LINGER_MS = 250

/** Pointer events of the canvas besides dragging and connecting. */
export function useCanvasEvents(root: RefObject<HTMLDivElement | null>) {
  const { editor, ui } = useSession()
  const actions = useActions()
  const flow = useReactFlow<CanvasNode, CanvasEdge>()
  return useMemo(() => {
    let leaving: ReturnType<typeof setTimeout> | undefined
    const hover = (edge: string | null) => {
      if (edge === ui.getState().hoveredEdge && edge === null) return
      clearTimeout(leaving)
      if (edge) ui.setState({ hoveredEdge: edge })
      else leaving = setTimeout(() => ui.setState({ hoveredEdge: null }), LINGER_MS)
    }
    const openMenu = (event: ReactMouseEvent | MouseEvent, target: MenuTarget) => {
      event.preventDefault()
      const screen = { x: event.clientX, y: event.clientY }
      ui.setState({ menu: { screen, at: flow.screenToFlowPosition(screen), target } })
    }
    const nodeMenu = (event: ReactMouseEvent, node: CanvasNode) => {
      const { selection } = editor.getState()
      const many = selection.nodes.length + selection.notes.length > 1
      if (many && (selection.nodes.includes(node.id) || selection.notes.includes(node.id))) return openMenu(event, { kind: 'selection' })
      editor.getState().select(select(node.type === 'note' ? { notes: [node.id] } : { nodes: [node.id] }))
      openMenu(event, { kind: node.type === 'note' ? 'note' : 'node', id: node.id })
    }
    return {
      clickPort: ({ from, outcome }: Exit, event: ReactMouseEvent) => {
        const source = NodeId.safeParse(from)
        if (!source.success) return
        event.stopPropagation()
        const exit = { from: source.data, outcome }
        actions.openQuickAdd({ screen: { x: event.clientX + 12, y: event.clientY }, at: actions.after(exit), from: exit })
      },
      insertOnEdge: (key: string, event: ReactMouseEvent) => {
        const screen = { x: event.clientX, y: event.clientY }
        const at = flow.screenToFlowPosition(screen)
        actions.openQuickAdd({ screen, at: { x: at.x - 132, y: at.y - 24 }, edge: key })
      },
      root: {
        // by what the pointer comes over, not by what it leaves: an edge that went away under it is never left
        onPointerOver: (event: React.PointerEvent) => hover(edgeAt(event.target)),
        onPointerLeave: () => hover(null),
      },
      flow: {
        onNodeContextMenu: nodeMenu,
        onSelectionContextMenu: (event: ReactMouseEvent) => openMenu(event, { kind: 'selection' }),
        onEdgeContextMenu: (event: ReactMouseEvent, edge: CanvasEdge) => {
          editor.getState().select(select({ edges: [edge.id] }))
          openMenu(event, { kind: 'edge', key: edge.id })
        },
        onPaneContextMenu: (event: ReactMouseEvent | MouseEvent) => openMenu(event, { kind: 'canvas' }),
        onPaneClick: () => {
          editor.getState().select(select({}))
          root.current?.querySelector<HTMLElement>('.react-flow')?.focus({ preventScroll: true })
        },
        // a click on one of several picks that one; React Flow would keep them all
        onNodeClick: (event: ReactMouseEvent, node: CanvasNode) => {
          const { selection } = editor.getState()
          if (event.shiftKey || event.ctrlKey || event.metaKey || selection.nodes.length + selection.notes.length < 2) return
          editor.getState().select(select(node.type === 'note' ? { notes: [node.id] } : { nodes: [node.id] }))
        },
        onNodeDoubleClick: (_event: ReactMouseEvent, node: CanvasNode) => {
          if (node.type === 'note') ui.setState({ editingNote: node.id })
          else ui.setState((before) => ({ side: 'inspector', field: { nodeId: node.id, path: [], nonce: (before.field?.nonce ?? 0) + 1 } }))
        },
        onDoubleClick: (event: ReactMouseEvent) => {
          if (!(event.target instanceof Element) || !event.target.classList.contains('react-flow__pane')) return
          const screen = { x: event.clientX, y: event.clientY }
          const at = flow.screenToFlowPosition(screen)
          actions.openQuickAdd({ screen, at: { x: at.x - 132, y: at.y - 24 } })
        },
      },
    }
  }, [editor, ui, actions, flow, root])
}

/** The edge that an element belongs to; its tools live in a layer of their own and are as good as the line. */
function edgeAt(target: EventTarget): string | null {
  if (!(target instanceof Element)) return null
  return target.closest('[data-edge]')?.getAttribute('data-edge') ?? target.closest('.react-flow__edge')?.getAttribute('data-id') ?? null
}
