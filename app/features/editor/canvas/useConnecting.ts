import { type Connection, type FinalConnectionState, type HandleType, type OnConnectStart, useReactFlow } from '@xyflow/react'
import { useMemo } from 'react'
import { type FlowEdge, NodeId } from '@/engine/flow'
import { useActions, useSession } from '../session/EditorContext'
import { nodeUnder, overCanvas, screenPoint } from './hit-test'
import type { CanvasEdge, CanvasNode } from './types'

/** Drawing edges: from a port to a step (anywhere on its card), or into the open, where the list of steps opens. */
export function useConnecting() {
  const { ui } = useSession()
  const actions = useActions()
  const flow = useReactFlow<CanvasNode, CanvasEdge>()
  return useMemo(() => {
    let stop: (() => void) | null = null
    let from: { node: string; outcome: string } | null = null
    // an edge that is being drawn anew; its own place is free meanwhile
    let moving: string | null = null

    const edgeTo = (target: string): FlowEdge | null => {
      const to = NodeId.safeParse(target)
      const source = NodeId.safeParse(from?.node)
      return from && to.success && source.success ? { from: source.data, outcome: from.outcome, to: to.data } : null
    }

    function watchPointer() {
      const move = (event: PointerEvent) => {
        const id = nodeUnder({ x: event.clientX, y: event.clientY })
        const edge = id ? edgeTo(id) : null
        const now = id && edge ? { id, legal: actions.illegal(edge) === null } : null
        const before = ui.getState().dropNode
        if (before?.id !== now?.id || before?.legal !== now?.legal) ui.setState({ dropNode: now })
      }
      window.addEventListener('pointermove', move)
      return () => {
        window.removeEventListener('pointermove', move)
        ui.setState({ dropNode: null })
      }
    }

    const onConnectStart: OnConnectStart = (_event, { nodeId, handleId, handleType }) => {
      if (moving || handleType !== 'source' || !nodeId || !handleId) return
      from = { node: nodeId, outcome: handleId }
      stop = watchPointer()
    }

    function finish(event: MouseEvent | TouchEvent, draw: (edge: FlowEdge) => void) {
      const screen = screenPoint(event)
      const target = nodeUnder(screen)
      const edge = target ? edgeTo(target) : null
      const start = from
      stop?.()
      stop = null
      from = null
      if (edge) draw(edge)
      else if (start && !moving && overCanvas(screen)) {
        const source = NodeId.safeParse(start.node)
        if (source.success)
          actions.openQuickAdd({ screen, at: flow.screenToFlowPosition(screen), from: { from: source.data, outcome: start.outcome } })
      }
    }

    const onConnectEnd = (event: MouseEvent | TouchEvent, state: FinalConnectionState) => {
      if (moving || !from) return
      const near = state.isValid && state.toNode ? state.toNode.id : null
      const screen = screenPoint(event)
      if (near && nodeUnder(screen) !== near) {
        // let go near a port: React Flow found it
        const edge = edgeTo(near)
        stop?.()
        stop = null
        from = null
        if (edge) actions.connect(edge, screen)
        return
      }
      finish(event, (edge) => actions.connect(edge, screen))
    }

    const onReconnectStart = (_event: unknown, edge: CanvasEdge, end: HandleType) => {
      moving = edge.id
      // React Flow names the end that stays
      if (end === 'source') {
        from = { node: edge.source, outcome: edge.sourceHandle ?? '' }
        stop = watchPointer()
      }
    }

    const onReconnect = (_edge: CanvasEdge, _connection: Connection) => undefined

    const onReconnectEnd = (event: MouseEvent | TouchEvent, edge: CanvasEdge, _end: HandleType, state: FinalConnectionState) => {
      const screen = screenPoint(event)
      const key = edge.id
      if (from) {
        finish(event, (next) => actions.reconnect(key, next, screen))
      } else if (state.toNode && state.toHandle?.type === 'source' && state.toHandle.id) {
        // its beginning was dragged to another exit
        const source = NodeId.safeParse(state.toNode.id)
        const target = NodeId.safeParse(edge.target)
        if (source.success && target.success)
          actions.reconnect(key, { from: source.data, outcome: state.toHandle.id, to: target.data }, screen)
      }
      moving = null
    }

    return {
      onConnectStart,
      onConnectEnd,
      onReconnectStart,
      onReconnect,
      onReconnectEnd,
      // legality is told when the edge is dropped, with the reason; while drawing, the card under the pointer shows it
      isValidConnection: (connection: Connection | CanvasEdge) => connection.targetHandle !== undefined,
    }
  }, [ui, actions, flow])
}
