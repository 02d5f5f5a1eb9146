import type { ASTNode, Environment } from '@marcbachmann/cel-js'
import { UnsignedInt } from '@marcbachmann/cel-js/evaluator'
import { countBody } from './budget'
import { functionsByName, loops } from './functions'
import { innerName } from './language'
import type { Reads } from './reads'

/** A name that stands for nothing, with the place where it stands. */
export class UnknownName extends Error {
  constructor(
    readonly unknown: string,
    readonly range: { readonly start: number; readonly end: number },
  ) {
    super(`There is nothing named “${unknown}”.`)
  }
}

/** Names that the library brings along and our language does not have. */
const foreign = new Set(['cel', 'optional', 'string', 'bool', 'int', 'uint', 'double', 'map', 'list', 'bytes', 'null_type', 'type'])

type Writable = { args: unknown } // the tree is ours: it was parsed for this pass and is shared with nobody

/**
 * Turns CEL into our dialect, in place: one kind of number (doubles; the library keeps integers only as literal list
 * indexes), our own functions, counted loops. Collects what the expression reads on the way.
 */
export function normalise(root: ASTNode, environment: Environment, reads: Reads): void {
  const dynOf = (inner: ASTNode): ASTNode => {
    const call = environment.parse('pb_dyn(null)').ast
    if (call.op === 'call') call.args[1][0] = inner
    return call
  }

  function walk(node: ASTNode, bound: ReadonlySet<string>): void {
    switch (node.op) {
      case 'value':
        if (typeof node.args === 'bigint' || node.args instanceof UnsignedInt) (node as Writable).args = Number(node.args)
        return
      case 'id':
        if (bound.has(node.args)) return
        if (foreign.has(node.args)) throw new UnknownName(node.args, node.range)
        readRoot(node.args)
        return
      case '.':
        walkField(node.args[0], node.args[1], bound)
        return
      case '[]':
        walkIndex(node, bound)
        return
      case 'call':
        walkCall(node, bound)
        return
      case 'rcall':
        walkMethod(node, bound)
        return
      case 'map':
        for (const [key, value] of node.args) {
          walk(key, bound)
          walk(value, bound)
        }
        return
      case '!_':
      case '-_':
        walk(node.args, bound)
        return
      case '.?':
      case '[?]':
        throw new UnknownName('?', node.range)
      default:
        for (const arg of node.args) walk(arg, bound)
    }
  }

  function readRoot(name: string): void {
    reads.roots.add(name)
    if (name === 'flow') reads.wholeFlow = true
  }

  function walkField(left: ASTNode, name: string, bound: ReadonlySet<string>): void {
    if (left.op === 'id' && left.args === 'flow' && !bound.has('flow')) {
      reads.roots.add('flow')
      reads.variables.add(name)
    } else walk(left, bound)
  }

  function walkIndex(node: ASTNode & { op: '[]' }, bound: ReadonlySet<string>): void {
    const [left, index] = node.args
    if (index.op === 'value') {
      if (typeof index.args === 'string') walkField(left, index.args, bound)
      else walk(left, bound)
      return
    }
    walk(left, bound)
    walk(index, bound)
    node.args[1] = dynOf(index)
  }

  function walkCall(node: ASTNode & { op: 'call' }, bound: ReadonlySet<string>): void {
    const [name, args] = node.args
    if (name !== 'has') {
      if (!functionsByName.has(name)) throw new UnknownName(name, { start: node.start, end: node.start + name.length })
      node.args[0] = innerName(name)
    }
    for (const arg of args) walk(arg, bound)
  }

  function walkMethod(node: ASTNode & { op: 'rcall' }, bound: ReadonlySet<string>): void {
    const [name, receiver, args] = node.args
    walk(receiver, bound)
    const variable = args[0]
    if (loops.get(name)?.includes(args.length) && variable?.op === 'id') {
      const inside = new Set([...bound, variable.args])
      for (const body of args.slice(1)) {
        walk(body, inside)
        countBody(body)
      }
      return
    }
    if (!functionsByName.get(name)?.method) {
      const start = Math.max(node.input.indexOf(name, receiver.end), node.start)
      throw new UnknownName(name, { start, end: start + name.length })
    }
    node.args[0] = innerName(name)
    for (const arg of args) walk(arg, bound)
  }

  walk(root, new Set())
}
