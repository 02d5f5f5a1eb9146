'use client'

import '../canvas/react-flow.css'
import '../tokens.css'
import { Background, BackgroundVariant, ReactFlow, ReactFlowProvider } from '@xyflow/react'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import type { FlowDocument, ModuleSignature } from '@/engine/flow'
import { nodeDefinitions } from '@/nodes/registry.schema'
import { ArrowMarker } from '../canvas/ArrowMarker'
import canvas from '../canvas/Canvas.module.css'
import { edgeTypes, LARGE, MAX_ZOOM, MIN_ZOOM, nodeTypes } from '../canvas/canvas-types'
import { createProjector } from '../canvas/project'
import { type TraceVisit, traceOf } from '../canvas/trace'
import type { CanvasEdge, CanvasNode } from '../canvas/types'
import { useSceneWords } from '../canvas/useSceneWords'
import { createExplain } from '../model/explain'
import type { Size } from '../model/geometry'
import { openDocument } from '../model/open'
import { select } from '../model/selection'
import { MapControls } from './MapControls'
import { useKeptInView } from './useKeptInView'

interface Props {
  readonly document: FlowDocument
  /** The step that is looked at. */
  readonly highlight?: string | null
  /** A call's way: its steps' visits in order. Steps and edges it did not take are dimmed. */
  readonly trace?: readonly TraceVisit[]
  /** A step was picked, or (null) none. */
  readonly onSelect?: (nodeId: string | null) => void
  /** Signatures of the modules that it runs, for the names of their exits. */
  readonly modules?: readonly ModuleSignature[]
}

const nothing: ReadonlyMap<string, never> = new Map<string, never>()

/** A flow as it is drawn, to look at: a version, or the way of a call through it. */
export function FlowMap(props: Props) {
  return (
    <ReactFlowProvider>
      <Drawn {...props} />
    </ReactFlowProvider>
  )
}

function Drawn({ document: stored, highlight, trace, onSelect, modules }: Props) {
  const t = useTranslations('editor.canvas')
  const words = useSceneWords()
  const [measured] = useState(() => new Map<string, Size>())
  const [sizes, setSizes] = useState(0)
  const [project] = useState(() => createProjector(measured))
  const document = useMemo(() => openDocument(stored), [stored])
  const explain = useMemo(
    () => createExplain(nodeDefinitions, document.kind, modules ? new Map(modules.map((module) => [module.flowId, module])) : null),
    [document.kind, modules],
  )
  const way = useMemo(() => (trace ? traceOf(document, trace) : undefined), [document, trace])
  const hold = useKeptInView({ way: useMemo(() => way && [...way.steps.keys()], [way]), highlight: highlight ?? null })
  const selection = useMemo(() => select({ nodes: highlight ? [highlight] : [] }), [highlight])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `sizes` stands for what is in `measured`
  const { nodes, edges } = useMemo(
    () => project({ document, selection, explain, problemsOf: nothing, live: nothing, readOnly: true, trace: way, ...words }),
    [project, document, selection, explain, way, words, sizes],
  )
  return (
    <div className={canvas.canvas} data-testid="flow-map">
      <ArrowMarker />
      <ReactFlow<CanvasNode, CanvasEdge>
        nodes={nodes as CanvasNode[]}
        edges={edges as CanvasEdge[]}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        aria-label={t('mapLabel')}
        onNodesChange={(changes) => {
          let sized = false
          for (const change of changes) {
            if (change.type !== 'dimensions' || !change.dimensions) continue
            const known = measured.get(change.id)
            if (known?.width === change.dimensions.width && known.height === change.dimensions.height) continue
            measured.set(change.id, change.dimensions)
            sized = true
          }
          if (sized) setSizes((count) => count + 1)
        }}
        onNodeClick={(_event, node) => onSelect?.(node.type === 'step' ? node.id : null)}
        onPaneClick={() => onSelect?.(null)}
        onMoveStart={(event) => event && hold()}
        minZoom={MIN_ZOOM}
        maxZoom={MAX_ZOOM}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={onSelect !== undefined}
        disableKeyboardA11y
        deleteKeyCode={null}
        panOnScroll
        zoomOnDoubleClick={false}
        onlyRenderVisibleElements={nodes.length > LARGE}
        attributionPosition="bottom-left"
      >
        <Background variant={BackgroundVariant.Dots} gap={24} size={1.4} className={canvas.dots} />
      </ReactFlow>
      <MapControls />
    </div>
  )
}
