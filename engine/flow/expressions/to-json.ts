import { Duration, UnsignedInt } from '@marcbachmann/cel-js/evaluator'
import type { Json } from '../machine'

const DEEPEST = 100

/** A CEL value as JSON: times as ISO 8601, durations as seconds. Throws on what JSON cannot say. */
export function toJson(value: unknown, depth = 0): Json {
  if (depth > DEEPEST) throw new RangeError('The value is nested too deeply.')
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value
    case 'number':
      if (!Number.isFinite(value)) throw new RangeError('The result is not a number that can be written.')
      return Object.is(value, -0) ? 0 : value
    case 'bigint':
      return Number(value)
    case 'undefined':
      return null
    case 'object':
      return objectToJson(value, depth)
    default:
      throw new TypeError('The result is nothing that can be kept.')
  }
}

function objectToJson(value: object | null, depth: number): Json {
  if (value === null) return null
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Duration) return value.valueOf() / 1000
  if (value instanceof UnsignedInt) return Number(value.value)
  if (Array.isArray(value) || value instanceof Set) return [...value].map((item) => toJson(item, depth + 1))
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, item]) => [String(key), toJson(item, depth + 1)]))
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) throw new TypeError('The result is nothing that can be kept.')
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toJson(item, depth + 1)]))
}
