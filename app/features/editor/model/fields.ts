import { equal } from './equal'

/** Paths of what differs (a step's config key by key), except its place on the canvas. */
export function changedFields(before: object, after: object): string[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return keys.flatMap((key) => {
    const old = fieldOf(before, key)
    const now = fieldOf(after, key)
    if (key === 'position' || key === 'size' || equal(old, now)) return []
    return key === 'config' ? changedFields(old as object, now as object).map((inner) => `config.${inner}`) : [key]
  })
}

/** A field by the path that `changedFields` gave. */
export function fieldOf(item: object, path: string): unknown {
  const [head = '', rest] = split(path)
  const value = (item as Record<string, unknown>)[head] // items are read by field name here
  return rest === undefined || typeof value !== 'object' || value === null ? value : fieldOf(value, rest)
}

/** `item` with some fields as `source` has them. */
export function withFields<T extends object>(item: T, source: object, paths: readonly string[]): T {
  let next = item as Record<string, unknown> // written by field name here
  for (const path of paths) {
    const [head = '', rest] = split(path)
    const value = rest === undefined ? fieldOf(source, head) : withFields(next[head] as object, fieldOf(source, head) as object, [rest])
    next = { ...next, [head]: value }
    if (value === undefined) delete next[head]
  }
  return next as T
}

/** `config.a.b` → `config` and `a.b`: config keys may hold dots themselves. */
function split(path: string): [string, string?] {
  return path.startsWith('config.') ? ['config', path.slice('config.'.length)] : [path]
}
