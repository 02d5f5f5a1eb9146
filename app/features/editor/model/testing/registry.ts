import { z } from 'zod'
import {
  anyConfig,
  type FlowDocument,
  type FlowEdge,
  type FlowNode,
  type NodeDefinition,
  type NodeDefinitions,
  NodeId,
} from '@/engine/flow'
import { createExplain } from '../explain'

/** Three small node types, so that the core's tests do not depend on the product's. */
const start = definition('start', {}, () => [{ id: 'go', role: 'main' }], { singleton: true })
const say = definition('say', { text: z.string().default(''), into: z.string().optional() }, () => [
  { id: 'done', role: 'main' },
  { id: 'error', role: 'error' },
])
const ask = definition('ask', { keys: z.array(z.string()).default(['1', '2']) }, (config) => [
  ...(config.keys as string[]).map((key) => ({ id: `key:${key}`, role: 'branch' as const, label: key })), // parsed by the schema above
  { id: 'timeout', role: 'fallback' as const },
])

function definition(
  type: string,
  shape: z.ZodRawShape,
  outcomes: NodeDefinition<Record<string, unknown>>['outcomes'],
  more: Partial<NodeDefinition<Record<string, unknown>>> = {},
): NodeDefinition<Record<string, unknown>> {
  const schema = z.strictObject(shape)
  return {
    type,
    version: 1,
    category: 'speak',
    icon: 'IconBox',
    kinds: ['ivr', 'module'],
    schema,
    defaults: schema.parse({}),
    outcomes,
    summary: () => [],
    writes: (config) => (typeof config.into === 'string' ? [{ name: config.into, type: 'string', path: ['into'] }] : []),
    ...more,
  }
}

export const definitions: NodeDefinitions = new Map([start, say, ask].map((one) => [one.type, anyConfig(one)]))
export const explain = createExplain(definitions, 'ivr', new Map())

/** The definition of one of the types above. */
export function typeOf(type: 'start' | 'say' | 'ask'): NodeDefinition {
  const found = definitions.get(type)
  if (!found) throw new Error(`no type ${type}`)
  return found
}

export const id = (text: string) => NodeId.parse(text)

export function node(name: string, type: 'start' | 'say' | 'ask', x = 0, config: FlowNode['config'] = {}): FlowNode {
  // the schemas above make plain JSON
  const parsed = typeOf(type).schema.parse(config) as FlowNode['config']
  return { id: id(name), type, version: 1, config: parsed, position: { x, y: 0 } }
}

/** `edge('a.done', 'b')`. */
export function edge(from: string, to: string): FlowEdge {
  const [node = '', outcome = ''] = from.split('.')
  return { from: id(node), outcome, to: id(to) }
}

export function flow(nodes: FlowNode[], edges: FlowEdge[] = [], more: Partial<FlowDocument> = {}): FlowDocument {
  return { schemaVersion: 1, kind: 'ivr', name: 'Test', variables: [], nodes, edges, notes: [], ...more }
}

/** start → hello → menu (1 → one, 2 → two). */
export const sample = flow(
  [node('start', 'start'), node('hello', 'say', 360), node('menu', 'ask', 720), node('one', 'say', 1080), node('two', 'say', 1080)],
  [edge('start.go', 'hello'), edge('hello.done', 'menu'), edge('menu.key:1', 'one'), edge('menu.key:2', 'two')],
)

/** An edge rule like the product's: nothing leads into the start. */
export const legal = (document: FlowDocument, edge: FlowEdge) => document.nodes.find((node) => node.id === edge.to)?.type !== 'start'
