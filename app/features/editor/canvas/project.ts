import type { Diagnostic, FlowDocument, FlowEdge, FlowNode, FlowNote, Outcome } from '@/engine/flow'
import { type Explain, type Explanation, exits } from '../model/explain'
import type { Size } from '../model/geometry'
import { edgeKey } from '../model/keys'
import type { Selection } from '../model/selection'
import type { FlowTrace } from './trace'
import { type CanvasEdge, type CanvasNode, type NoteNode, type StepNode, TARGET_PORT } from './types'

export interface Scene {
  readonly document: FlowDocument
  readonly selection: Selection
  readonly explain: Explain
  readonly problemsOf: ReadonlyMap<string, readonly Diagnostic[]>
  readonly live: ReadonlyMap<string, number>
  readonly readOnly: boolean
  readonly trace?: FlowTrace
  /** Words for screen readers. */
  readonly describeStep: (node: FlowNode, explanation: Explanation) => string
  readonly describeEdge: (edge: FlowEdge, from: FlowNode, outcome: Outcome | undefined) => string
  readonly roleDescription: { readonly step: string; readonly note: string; readonly edge: string }
}

export interface Projection {
  readonly nodes: readonly CanvasNode[]
  readonly edges: readonly CanvasEdge[]
}

/**
 * Turns the document into React Flow's nodes and edges. Whatever did not change is the very same object as before, so that
 * of 500 cards only the edited one is drawn again. `measured` are the sizes that React Flow reported.
 */
export function createProjector(measured: ReadonlyMap<string, Size>) {
  let nodeCache = new Map<string, CanvasNode>()
  let edgeCache = new Map<string, CanvasEdge>()
  return (scene: Scene): Projection => {
    const outgoing = new Map<string, string[]>()
    for (const edge of scene.document.edges) {
      const list = outgoing.get(edge.from)
      if (list) list.push(edge.outcome)
      else outgoing.set(edge.from, [edge.outcome])
    }
    const selected = new Set([...scene.selection.nodes, ...scene.selection.notes])
    const selectedEdges = new Set(scene.selection.edges)
    const nextNodes = new Map<string, CanvasNode>()
    for (const note of scene.document.notes) {
      const before = nodeCache.get(note.id)
      nextNodes.set(note.id, noteNode(note, before, selected.has(note.id), scene, measured.get(note.id)))
    }
    const steps = new Map<string, FlowNode>()
    for (const node of scene.document.nodes) {
      steps.set(node.id, node)
      const before = nodeCache.get(node.id)
      const connected = outgoing.get(node.id)?.join(' ') ?? ''
      nextNodes.set(node.id, stepNode(node, before, connected, selected.has(node.id), scene, measured.get(node.id)))
    }
    const nextEdges = new Map<string, CanvasEdge>()
    for (const edge of scene.document.edges) {
      const from = steps.get(edge.from)
      if (!from || !steps.has(edge.to)) continue
      const key = edgeKey(edge)
      nextEdges.set(key, flowEdge(edge, from, edgeCache.get(key), selectedEdges.has(key), scene))
    }
    nodeCache = nextNodes
    edgeCache = nextEdges
    return { nodes: [...nextNodes.values()], edges: [...nextEdges.values()] }
  }
}

function stepNode(
  node: FlowNode,
  before: CanvasNode | undefined,
  connected: string,
  selected: boolean,
  scene: Scene,
  measured: Size | undefined,
): StepNode {
  const explanation = scene.explain(node)
  const problems = scene.problemsOf.get(node.id)
  const live = scene.live.get(node.id) ?? 0
  const trace = scene.trace?.steps.get(node.id) ?? (scene.trace ? scene.trace.passed : undefined)
  const old = before?.type === 'step' ? before : undefined
  const same =
    old !== undefined &&
    old.data.node === node &&
    old.data.explanation === explanation &&
    old.data.moduleExits === scene.document.outcomes &&
    old.data.connected === connected &&
    old.data.problems === problems &&
    old.data.live === live &&
    old.data.readOnly === scene.readOnly &&
    old.data.trace === trace
  if (same && old.selected === selected && old.measured === measured) return old
  const data = same
    ? old.data
    : {
        node,
        explanation,
        exits: exits(scene.document.edges, node.id, explanation.outcomes),
        moduleExits: scene.document.outcomes,
        connected,
        problems,
        live,
        readOnly: scene.readOnly,
        trace,
      }
  return {
    id: node.id,
    type: 'step',
    position: node.position,
    data,
    selected,
    ...(measured ? { measured } : {}),
    draggable: !scene.readOnly,
    ariaLabel: scene.describeStep(node, explanation),
    ariaRole: 'group',
    domAttributes: { 'aria-roledescription': scene.roleDescription.step, tabIndex: -1, ...{ 'data-node-id': node.id } },
    zIndex: 1,
  }
}

function noteNode(note: FlowNote, before: CanvasNode | undefined, selected: boolean, scene: Scene, measured: Size | undefined): NoteNode {
  const old = before?.type === 'note' ? before : undefined
  const same = old !== undefined && old.data.note === note && old.data.readOnly === scene.readOnly
  if (same && old.selected === selected && old.measured === measured) return old
  return {
    id: note.id,
    type: 'note',
    position: note.position,
    data: same ? old.data : { note, readOnly: scene.readOnly },
    selected,
    width: note.size.width,
    height: note.size.height,
    ...(measured ? { measured } : {}),
    draggable: !scene.readOnly,
    ariaLabel: note.text.slice(0, 200),
    ariaRole: 'group',
    domAttributes: { 'aria-roledescription': scene.roleDescription.note, tabIndex: -1, ...{ 'data-note-id': note.id } },
    zIndex: 0,
  }
}

function flowEdge(edge: FlowEdge, from: FlowNode, before: CanvasEdge | undefined, selected: boolean, scene: Scene): CanvasEdge {
  const outcome = scene.explain(from).outcomes.find(({ id }) => id === edge.outcome)
  const trace = scene.trace ? (scene.trace.edges.has(edgeKey(edge)) ? 'taken' : 'not-taken') : undefined
  const old = before?.data
  if (
    before &&
    old?.edge === edge &&
    old.outcome === outcome &&
    old.type === from.type &&
    old.readOnly === scene.readOnly &&
    old.trace === trace &&
    before.selected === selected
  )
    return before
  return {
    id: edgeKey(edge),
    type: 'flow',
    source: edge.from,
    sourceHandle: edge.outcome,
    target: edge.to,
    targetHandle: TARGET_PORT,
    selected,
    focusable: false,
    reconnectable: !scene.readOnly,
    ariaLabel: scene.describeEdge(edge, from, outcome),
    data: { edge, outcome, role: outcome?.role ?? 'branch', type: from.type, readOnly: scene.readOnly, trace },
    zIndex: trace === 'taken' || selected ? 1 : 0,
  }
}
