import { asFields } from '../fields'
import type { AriRequest, JsonValue } from './transport'

/** An operation of Asterisk's API description (Swagger 1.2). */
export interface Operation {
  readonly resource: string
  readonly name: string
  readonly method: string
  /** `/channels/{channelId}/play` → its parts; undefined where a parameter stands. */
  readonly path: readonly { readonly text?: string; readonly parameter?: string }[]
  readonly query: ReadonlySet<string>
}

/** Reads what swagger-client made of one operation. */
export function readOperation(resource: string, name: string, value: unknown): Operation | undefined {
  const { path, method, parameters } = asFields(value)
  if (typeof path !== 'string' || typeof method !== 'string' || !Array.isArray(parameters)) return undefined
  const query = parameters.map(asFields).flatMap(({ name, paramType }) => (paramType === 'query' ? [String(name)] : []))
  const parts = path.split('/').filter((part) => part !== '')
  return {
    resource,
    name,
    method: method.toUpperCase(),
    path: parts.map((part) => (part.startsWith('{') ? { parameter: part.slice(1, -1) } : { text: part })),
    query: new Set(query),
  }
}

/** The operation that a request means, and its arguments as swagger-client takes them. */
export function findOperation(
  operations: readonly Operation[],
  request: AriRequest,
): { readonly operation: Operation; readonly args: Readonly<Record<string, string>> } | undefined {
  // `/recordings/live/{name}` before `/recordings/{a}/{b}`: the most words win.
  const words = (operation: Operation) => operation.path.filter(({ text }) => text !== undefined).length
  const matching = operations.filter((operation) => matches(operation, request)).sort((a, b) => words(b) - words(a))
  const operation = matching[0]
  return operation && { operation, args: toArguments(operation, request) }
}

function matches({ method, path }: Operation, request: AriRequest): boolean {
  return (
    method === request.method &&
    path.length === request.path.length &&
    path.every(({ text }, index) => text === undefined || text === request.path[index])
  )
}

function toArguments({ path, query }: Operation, { path: segments, body = {} }: AriRequest): Record<string, string> {
  const args: Record<string, string> = {}
  for (const [index, { parameter }] of path.entries()) {
    if (parameter) args[parameter] = segments[index] ?? ''
  }
  const rest: Record<string, JsonValue> = {}
  for (const [name, value] of Object.entries(body)) {
    if (value === undefined) continue
    if (query.has(name)) args[name] = Array.isArray(value) ? value.join(',') : String(value)
    else rest[name] = value
  }
  if (Object.keys(rest).length > 0) args.body = JSON.stringify(rest)
  return args
}
