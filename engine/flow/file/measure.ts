/** The deepest nesting that a document may have; the format itself needs far less, and recursion has an end. */
const DEEPEST = 64

/** Whether a JSON value is nested too deeply (`deep`) or would be written with more than `limit` characters (`large`). Never recurses. */
export function measure(value: unknown, limit: number): 'fine' | 'deep' | 'large' {
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 0 }]
  let size = 0
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, depth } = next
    size += typeof value === 'string' ? value.length + 2 : 1
    if (typeof value === 'object' && value !== null) {
      if (depth === DEEPEST) return 'deep'
      for (const [key, inner] of Object.entries(value)) {
        size += Array.isArray(value) ? 1 : key.length + 3
        open.push({ value: inner, depth: depth + 1 })
      }
    }
    if (size > limit) return 'large'
  }
  return 'fine'
}
