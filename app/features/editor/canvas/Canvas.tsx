'use client'

import './react-flow.css'
import { Background, BackgroundVariant, MiniMap, ReactFlow, SelectionMode, useReactFlow } from '@xyflow/react'
import { useTranslations } from 'next-intl'
import { useMemo, useRef } from 'react'
import { useActions, useEditor, useSession, useUi } from '../session/EditorContext'
import { ArrowMarker } from './ArrowMarker'
import classes from './Canvas.module.css'
import { CanvasActionsProvider } from './CanvasActions'
import { ConnectionLine } from './ConnectionLine'
import { edgeTypes, LARGE, MAX_ZOOM, MIN_ZOOM, multiSelectKeys, nodeTypes, snapGrid } from './canvas-types'
import { minimapColor } from './minimap-color'
import { openingView } from './opening-view'
import { Starter } from './Starter'
import type { CanvasEdge, CanvasNode } from './types'
import { useCanvasEvents } from './useCanvasEvents'
import { useCanvasHandle } from './useCanvasHandle'
import { useConnecting } from './useConnecting'
import { UiContext } from './useEdgeState'
import { useFarAway } from './useFarAway'
import { useScene } from './useScene'

/** React Flow reads the overview's size from here. */
const minimapSize = { width: 168, height: 112 }

/** The drawing surface. */
export function Canvas() {
  const t = useTranslations('editor.canvas')
  const session = useSession()
  const actions = useActions()
  const flow = useReactFlow<CanvasNode, CanvasEdge>()
  const root = useRef<HTMLDivElement>(null)
  const readOnly = useEditor((state) => state.readOnly)
  const tool = useUi((state) => state.tool)
  const minimap = useUi((state) => state.minimap)
  const { nodes, edges, onNodesChange, onEdgesChange, onNodeDragStart, onNodeDrag, onNodeDragStop } = useScene()
  const connecting = useConnecting()
  const events = useCanvasEvents(root)
  const far = useFarAway()
  useCanvasHandle(root)
  const canvasActions = useMemo(
    () => ({
      clickPort: events.clickPort,
      insertOnEdge: events.insertOnEdge,
      deleteEdge: actions.disconnect,
      changeNote: actions.changeNote,
    }),
    [actions, events.clickPort, events.insertOnEdge],
  )
  return (
    <UiContext value={session.ui}>
      <CanvasActionsProvider value={canvasActions}>
        <div className={classes.canvas} ref={root} data-tool={tool} data-far={far || undefined} data-testid="canvas" {...events.root}>
          <ArrowMarker />
          <ReactFlow<CanvasNode, CanvasEdge>
            nodes={nodes}
            edges={edges}
            nodeTypes={nodeTypes}
            edgeTypes={edgeTypes}
            aria-label={t('label')}
            tabIndex={0}
            onNodesChange={onNodesChange}
            onEdgesChange={onEdgesChange}
            onNodeDragStart={onNodeDragStart}
            onNodeDrag={onNodeDrag}
            onNodeDragStop={onNodeDragStop}
            onSelectionDragStart={onNodeDragStart}
            onSelectionDragStop={onNodeDragStop}
            {...connecting}
            {...events.flow}
            connectionLineComponent={ConnectionLine}
            connectionRadius={28}
            connectOnClick={false}
            minZoom={MIN_ZOOM}
            maxZoom={MAX_ZOOM}
            onInit={() => void openingView(flow)}
            nodesConnectable={!readOnly}
            nodesFocusable={false}
            edgesFocusable={false}
            disableKeyboardA11y
            deleteKeyCode={null}
            selectionKeyCode="Shift"
            multiSelectionKeyCode={multiSelectKeys}
            selectionOnDrag={tool === 'select'}
            selectionMode={SelectionMode.Partial}
            panOnDrag={tool === 'hand' ? [0, 1] : [1]}
            panActivationKeyCode="Space"
            panOnScroll
            zoomOnDoubleClick={false}
            elevateNodesOnSelect
            onlyRenderVisibleElements={nodes.length > LARGE}
            snapToGrid
            snapGrid={snapGrid}
            nodeDragThreshold={2}
            connectionDragThreshold={4}
            attributionPosition="top-right"
          >
            <Background variant={BackgroundVariant.Dots} gap={24} size={1.4} className={classes.dots} />
            {minimap && nodes.length > 0 && (
              <MiniMap
                pannable
                zoomable
                position="bottom-right"
                className={classes.minimap}
                style={minimapSize}
                ariaLabel={t('minimap')}
                nodeColor={minimapColor}
                nodeStrokeWidth={0}
                nodeBorderRadius={8}
                maskColor="var(--pb-minimap-mask)"
                bgColor="var(--pb-card)"
              />
            )}
          </ReactFlow>
          <Starter />
        </div>
      </CanvasActionsProvider>
    </UiContext>
  )
}
