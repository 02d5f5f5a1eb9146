/** What was made of a value before: variables are not changed, but set anew. */
const known = new WeakMap<object, object>()

/** A value as the library can read it: it tells maps by their constructor, which a key of that name hides. */
export function readable(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  const before = known.get(value)
  if (before) return before
  const made = makeReadable(value)
  known.set(value, made)
  return made
}

/** The same value unless there is such a key in it. */
function makeReadable(value: object): object {
  if (Array.isArray(value)) {
    const items = value.map(readable)
    return items.some((item, index) => item !== value[index]) ? items : value
  }
  if (value instanceof Date) return value
  const entries = Object.entries(value)
  const made = entries.map(([key, item]) => [key, readable(item)] as const)
  if (Object.hasOwn(value, 'constructor')) return new Map(made)
  return made.some(([, item], index) => item !== entries[index]?.[1]) ? Object.fromEntries(made) : value
}
