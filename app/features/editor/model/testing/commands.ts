import fc from 'fast-check'
import type { FlowDocument, FlowEdge, FlowNode, FlowNote } from '@/engine/flow'
import { copy, paste } from '../clipboard'
import { connect, disconnect, insertOnEdge, reconnect } from '../edits/edges'
import { addVariable, changeVariable, moved, removeVariable, setHead } from '../edits/flow'
import { addNode, createNode, moveTo, renameNode, setConfig } from '../edits/nodes'
import { addNote, changeNote, createNote } from '../edits/notes'
import { remove } from '../edits/remove'
import { edgeKey } from '../keys'
import { select } from '../selection'
import type { Command } from '../store'
import { explain, legal, typeOf } from './registry'

/** A command drawn at random; its numbers pick from whatever the document holds when it runs. */
export const anyCommand = fc.record({
  kind: fc.constantFrom(
    ...([
      'add',
      'delete',
      'delete-two',
      'move',
      'config',
      'keys',
      'name',
      'connect',
      'disconnect',
      'reconnect',
      'insert',
      'note',
      'note-text',
    ] as const),
    ...(['variable', 'rename-variable', 'reorder-variables', 'remove-variable', 'flow', 'duplicate'] as const),
  ),
  a: fc.nat(1000),
  b: fc.nat(1000),
  text: fc.string({ maxLength: 8 }),
})
export type AnyCommand = typeof anyCommand extends fc.Arbitrary<infer T> ? T : never

export function toCommand({ kind, a, b, text }: AnyCommand): Command {
  const edit = (document: FlowDocument): FlowDocument => {
    const nodeA = pick(document.nodes, a)
    const nodeB = pick(document.nodes, b)
    const edge = pick(document.edges, a)
    const variable = pick(document.variables, a)
    switch (kind) {
      case 'add':
        return addNode(document, createNode(typeOf(a % 2 ? 'say' : 'ask'), { x: a, y: b }))
      case 'delete':
        return nodeA ? remove(document, select({ nodes: [nodeA.id] }), explain, legal) : document
      case 'delete-two':
        return remove(
          document,
          select({ nodes: ids([nodeA, nodeB]), edges: edge ? [edgeKey(edge)] : [], notes: ids([pick(document.notes, b)]) }),
          explain,
          legal,
        )
      case 'move':
        return nodeA ? moveTo(document, new Map([[nodeA.id as string, { x: a, y: b }]])) : document
      case 'config':
        return nodeA?.type === 'say' ? setConfig(document, nodeA.id, { ...nodeA.config, text }, explain) : document
      case 'keys':
        return nodeA?.type === 'ask'
          ? setConfig(document, nodeA.id, { keys: [...new Set([`${a % 4}`, `${b % 4}`, '5'])] }, explain)
          : document
      case 'name':
        return nodeA ? renameNode(document, nodeA.id, text) : document
      case 'connect': {
        const outcome = nodeA && pick(explain(nodeA).outcomes, b)
        return nodeA && nodeB && outcome ? legally(document, { from: nodeA.id, outcome: outcome.id, to: nodeB.id }, connect) : document
      }
      case 'disconnect':
        return edge ? disconnect(document, [edgeKey(edge)]) : document
      case 'reconnect':
        return edge && nodeB ? legally(document, { ...edge, to: nodeB.id }, (doc, next) => reconnect(doc, edgeKey(edge), next)) : document
      case 'insert':
        return edge ? insertOnEdge(document, edgeKey(edge), createNode(typeOf('say'), { x: a, y: b }), explain) : document
      case 'note':
        return addNote(document, createNote({ x: a, y: b }))
      case 'note-text': {
        const note = pick(document.notes, a)
        return note ? changeNote(document, note.id, { text, color: 'blue' }) : document
      }
      case 'variable':
        return addVariable(document, { name: `v${a}`, type: 'string' })
      case 'rename-variable':
        return variable ? changeVariable(document, variable.name, { ...variable, name: `w${b}` }, explain) : document
      case 'reorder-variables':
        return { ...document, variables: moved(document.variables, a % (document.variables.length || 1), 0) }
      case 'remove-variable':
        return variable ? removeVariable(document, variable.name) : document
      case 'flow':
        return setHead(document, a % 2 ? { description: text } : { name: text })
      case 'duplicate': {
        const fragment = copy(document, select({ nodes: ids([nodeA, nodeB]) }), explain)
        return fragment ? paste(document, fragment, explain).document : document
      }
    }
  }
  return { name: 'edit', edit, ...(a % 5 === 0 ? { tag: kind } : {}) }
}

const pick = <T>(items: readonly T[], n: number): T | undefined => items[n % (items.length || 1)]
const ids = (items: readonly (FlowNode | FlowNote | undefined)[]) => items.flatMap((item) => (item ? [item.id as string] : []))
const legally = (document: FlowDocument, edge: FlowEdge, edit: (document: FlowDocument, edge: FlowEdge) => FlowDocument) =>
  legal(document, edge) ? edit(document, edge) : document
