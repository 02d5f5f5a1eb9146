import type { FlowDocument, FlowNode, ModuleOutcome, Variable } from '@/engine/flow'
import { equal } from '../equal'
import type { Explain } from '../explain'

/** Sets the flow's name or description; an empty description is none. */
export function setHead(document: FlowDocument, head: { readonly name?: string; readonly description?: string }): FlowDocument {
  const next = { ...document }
  const name = head.name?.trim().slice(0, 120)
  if (name) next.name = name
  if (head.description !== undefined) {
    if (head.description.trim()) next.description = head.description.slice(0, 2000)
    else delete next.description
  }
  return equal({ ...next, nodes: null, edges: null }, { ...document, nodes: null, edges: null }) ? document : next
}

/** Declares a variable; one of that name stays as it is. */
export function addVariable(document: FlowDocument, variable: Variable): FlowDocument {
  if (document.variables.some(({ name }) => name === variable.name)) return document
  return { ...document, variables: [...document.variables, variable] }
}

/** Sets a declaration's fields. A new name is written into every step that uses the old one; a taken name changes nothing. */
export function changeVariable(document: FlowDocument, name: string, next: Variable, explain: Explain): FlowDocument {
  const old = document.variables.find((variable) => variable.name === name)
  if (!old || equal(old, next)) return document
  const renamed = next.name !== name
  if (renamed && document.variables.some((variable) => variable.name === next.name)) return document
  const variables = document.variables.map((variable) => (variable === old ? next : variable))
  if (!renamed) return { ...document, variables }
  return { ...document, variables, nodes: document.nodes.map((node) => renameIn(node, name, next.name, explain)) }
}

export function removeVariable(document: FlowDocument, name: string): FlowDocument {
  const variables = document.variables.filter((variable) => variable.name !== name)
  return variables.length === document.variables.length ? document : { ...document, variables }
}

export function setOutcomes(document: FlowDocument, outcomes: readonly ModuleOutcome[]): FlowDocument {
  return equal(document.outcomes ?? [], outcomes) ? document : { ...document, outcomes: [...outcomes] }
}

/** `moved(['a', 'b', 'c'], 0, 2)` → `['b', 'c', 'a']`. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const next = [...items]
  const [item] = next.splice(from, 1)
  if (item !== undefined) next.splice(to, 0, item)
  return next
}

/** Names of variables that a step reads or writes. */
export function variablesOf(node: FlowNode, explain: Explain): string[] {
  const read = strings(node.config).flatMap((text) => [...text.matchAll(/\bflow\.([a-z][A-Za-z0-9_]*)/g)].map((match) => match[1] ?? ''))
  return [...new Set([...read, ...written(node, explain).map((write) => write.name)])].filter((name) => name !== '')
}

function written(node: FlowNode, explain: Explain) {
  const { definition, valid } = explain(node)
  // a config that its schema refuses may be anything; `writes` only takes what passed
  return definition?.writes && valid ? definition.writes(definition.schema.parse(node.config)) : []
}

function renameIn(node: FlowNode, name: string, next: string, explain: Explain): FlowNode {
  const use = new RegExp(`\\bflow\\.${name}\\b`, 'g')
  let config = mapStrings(node.config, (text) => text.replace(use, `flow.${next}`)) as FlowNode['config'] // same shape, other strings
  for (const write of written(node, explain)) if (write.name === name) config = setAt(config, write.path, next) as FlowNode['config'] // same shape
  return equal(config, node.config) ? node : { ...node, config }
}

/** All texts in a JSON value. */
export function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(strings)
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : []
}

function mapStrings(value: unknown, map: (text: string) => string): unknown {
  if (typeof value === 'string') return map(value)
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, map))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapStrings(item, map)]))
}

/** A copy of a JSON value with one place set; `undefined` removes it. Missing objects on the way are made. */
export function setAt(value: unknown, path: readonly (string | number)[], next: unknown): unknown {
  const [head, ...rest] = path
  if (head === undefined) return next
  if (typeof head === 'number') {
    const copy: unknown[] = Array.isArray(value) ? [...value] : []
    copy[head] = setAt(copy[head], rest, next)
    return copy
  }
  const copy: Record<string, unknown> = typeof value === 'object' && value !== null ? { ...value } : {}
  const item = setAt(copy[head], rest, next)
  if (item === undefined) delete copy[head]
  else copy[head] = item
  return copy
}

/** The value at a place, or undefined. */
export function getAt(value: unknown, path: readonly (string | number)[]): unknown {
  let at = value
  for (const key of path) {
    if (typeof at !== 'object' || at === null) return undefined
    at = (at as Record<string | number, unknown>)[key] // arrays and objects alike are read by key
  }
  return at
}
