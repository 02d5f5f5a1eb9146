import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api'
import type { FlowDocument } from '@/engine/flow'
import { GAP, GRID, type Point, type Size } from '../model/geometry'
import { edgeKey } from '../model/keys'

/** A step as drawn: its size, and how far below its top each exit's port is. */
export interface Drawn extends Size {
  readonly ports: ReadonlyMap<string, number>
}

const options = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.layered.spacing.nodeNodeBetweenLayers': String(GAP.x),
  'elk.spacing.nodeNode': String(GAP.y),
  'elk.layered.spacing.edgeNodeBetweenLayers': '32',
  'elk.spacing.componentComponent': '72',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.nodePlacement.favorStraightEdges': 'true',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.crossingMinimization.semiInteractive': 'true',
  'elk.layered.cycleBreaking.strategy': 'DEPTH_FIRST',
  'elk.separateConnectedComponents': 'true',
}

/** The drawing as ELK takes it: steps with fixed ports, in the order a reader meets them. */
export function toElk(
  document: FlowDocument,
  drawn: ReadonlyMap<string, Drawn>,
  order: readonly string[],
  only: ReadonlySet<string>,
): ElkNode {
  const rank = new Map(order.map((id, index) => [id, index]))
  const nodes = document.nodes.filter((node) => only.has(node.id)).sort((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0))
  const children = nodes.map((node): ElkNode => {
    const { width, height, ports } = drawn.get(node.id) ?? { width: 264, height: 136, ports: new Map<string, number>() }
    return {
      id: node.id,
      width,
      height,
      layoutOptions: { 'elk.portConstraints': 'FIXED_POS' },
      ports: [
        { id: `${node.id}|<`, x: 0, y: 22, width: 0, height: 0, layoutOptions: { 'elk.port.side': 'WEST' } },
        ...[...ports].map(([outcome, y]) => ({
          id: `${node.id}|${outcome}`,
          x: width,
          y,
          width: 0,
          height: 0,
          layoutOptions: { 'elk.port.side': 'EAST' },
        })),
      ],
    }
  })
  const edges = document.edges
    .filter((edge) => only.has(edge.from) && only.has(edge.to))
    .map(
      (edge): ElkExtendedEdge => ({
        id: edgeKey(edge),
        sources: [drawn.get(edge.from)?.ports.has(edge.outcome) ? edgeKey(edge) : edge.from],
        targets: [`${edge.to}|<`],
      }),
    )
  return { id: 'flow', layoutOptions: options, children, edges }
}

/** Where the steps go, on the grid, with the first one left where it stands. */
export function placesOf(laidOut: ElkNode, document: FlowDocument, anchor: string | undefined): Map<string, Point> {
  const children = laidOut.children ?? []
  const first = children.find((child) => child.id === anchor) ?? children[0]
  const stays = document.nodes.find((node) => node.id === first?.id)?.position ?? { x: 0, y: 0 }
  const by = { x: stays.x - (first?.x ?? 0), y: stays.y - (first?.y ?? 0) }
  const round = (value: number) => Math.round(value / GRID) * GRID
  return new Map(children.map((child) => [child.id, { x: round((child.x ?? 0) + by.x) + 0, y: round((child.y ?? 0) + by.y) + 0 }]))
}

/** Notes go along with the step that they stand nearest to. */
export function withNotes(steps: ReadonlyMap<string, Point>, document: FlowDocument): Map<string, Point> {
  const places = new Map(steps)
  for (const note of document.notes) {
    const [nearest] = [...document.nodes].sort((a, b) => distance(a.position, note.position) - distance(b.position, note.position))
    const to = nearest && steps.get(nearest.id)
    if (to) places.set(note.id, { x: note.position.x + to.x - nearest.position.x, y: note.position.y + to.y - nearest.position.y })
  }
  return places
}

const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y)
