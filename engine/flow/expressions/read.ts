import type { ASTNode, ParseResult } from '@marcbachmann/cel-js'
import type { NodeFinding } from '../node-kit'
import { expressionFinding, findingOf } from './findings'
import { environmentOf } from './language'
import { normalise } from './normalise'
import { compilePattern } from './pattern/match'
import type { Reads } from './reads'
import { type ExpressionScope, reservedVariableNames } from './scope'
import { type ValueType, valueTypeOf } from './value-type'

/** Longer expressions are refused before they are read. */
const LONGEST = 4000
/** Expressions kept per scope; a flow with more is read again. */
const MOST_KEPT = 5000

/** An expression that has been read and checked once. */
export type ReadExpression =
  | { readonly ok: true; readonly type: ValueType; readonly run: ParseResult; readonly reads: Reads }
  | { readonly ok: false; readonly finding: NodeFinding; readonly reads: Reads }

const kept = new WeakMap<object, Map<string, ReadExpression>>()

/** Reads and type-checks; the answer is kept per scope and text. */
export function readExpression(text: string, scope: ExpressionScope): ReadExpression {
  const environment = environmentOf(scope)
  const known = kept.get(environment) ?? new Map<string, ReadExpression>()
  kept.set(environment, known)
  const before = known.get(text)
  if (before) return before
  if (known.size >= MOST_KEPT) known.clear()
  const read = readNow(text, environment, scope)
  known.set(text, read)
  return read
}

function readNow(text: string, environment: ReturnType<typeof environmentOf>, scope: ExpressionScope): ReadExpression {
  const reads: Reads = { roots: new Set(), variables: new Set(), wholeFlow: false }
  const refuse = (finding: NodeFinding): ReadExpression => ({ ok: false, finding, reads })
  if (text.trim() === '') return refuse(expressionFinding('PB401', { reason: 'empty' }, { start: 0, end: text.length }))
  if (text.length > LONGEST) return refuse(expressionFinding('PB401', { reason: 'complex' }, { start: 0, end: text.length }))
  try {
    const run = environment.parse(text)
    normalise(run.ast, environment, reads)
    const checked = run.check()
    if (!checked.valid) return refuse(findingOf(checked.error, text))
    const wrong = undeclared(text, reads, scope) ?? wrongPattern(run.ast)
    if (wrong) return refuse(wrong)
    return { ok: true, type: valueTypeOf(checked.type ?? 'dyn'), run, reads }
  } catch (error) {
    return refuse(findingOf(error, text))
  }
}

/** `has(flow.x)` is fine by CEL whatever x is; a name that nobody declared is a slip all the same. */
function undeclared(text: string, reads: Reads, { variables }: ExpressionScope): NodeFinding | undefined {
  for (const name of reads.variables) {
    if (reservedVariableNames.has(name) || variables.some((variable) => variable.name === name)) continue
    const start = Math.max(text.indexOf(name), 0)
    return expressionFinding('PB403', { name }, { start, end: start + name.length })
  }
  return undefined
}

/** A pattern written out in the expression is checked before any call meets it. */
function wrongPattern(node: ASTNode): NodeFinding | undefined {
  const [name, args] = node.op === 'call' ? [node.args[0], node.args[1]] : node.op === 'rcall' ? [node.args[0], node.args[2]] : ['', []]
  const pattern = name === 'pb_matches' ? args.at(-1) : undefined
  if (pattern?.op === 'value' && typeof pattern.args === 'string') {
    try {
      compilePattern(pattern.args)
    } catch (error) {
      return { ...findingOf(error, ''), range: pattern.range }
    }
  }
  for (const child of children(node)) {
    const wrong = wrongPattern(child)
    if (wrong) return wrong
  }
  return undefined
}

function children(node: ASTNode): readonly ASTNode[] {
  switch (node.op) {
    case 'value':
    case 'id':
      return []
    case '.':
    case '.?':
      return [node.args[0]]
    case 'call':
      return node.args[1]
    case 'rcall':
      return [node.args[1], ...node.args[2]]
    case 'map':
      return node.args.flat()
    case '!_':
    case '-_':
      return [node.args]
    default:
      return node.args
  }
}
