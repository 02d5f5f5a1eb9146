import { toJson } from '../to-json'
import { type ExpressionFunction, form } from './form'
import { bounded } from './text'

/** Walks `a.b.0.c`; undefined where something is missing on the way. */
export function valueAt(value: unknown, path: string): unknown {
  return path
    .split('.')
    .filter((key) => key !== '')
    .reduce<unknown>((inner, key) => {
      if (Array.isArray(inner)) return /^\d+$/.test(key) ? inner[Number(key)] : undefined
      if (inner instanceof Map) return inner.get(key)
      if (typeof inner !== 'object' || inner === null || !Object.hasOwn(inner, key)) return undefined
      return (inner as Readonly<Record<string, unknown>>)[key] // an own key of an object
    }, value)
}

/** A value as the text that stands for it in a sentence. */
export function textOf(value: unknown): string {
  const json = toJson(value)
  if (json === null) return ''
  return bounded(typeof json === 'object' ? JSON.stringify(json) : String(json))
}

export const valueFunctions: readonly ExpressionFunction[] = [
  {
    name: 'string',
    forms: [form(['any'], 'text', textOf)],
    docs: { en: 'A value as text.', 'zh-CN': '将值转换为文本。' },
    example: '"Order " + string(flow.order)',
  },
  {
    name: 'bool',
    forms: [
      form(['boolean'], 'boolean', (value) => value),
      form(['number'], 'boolean', (value) => value !== 0),
      form(['text'], 'boolean', (value) => ['true', 'yes', '1', 'on'].includes(value.trim().toLowerCase())),
    ],
    docs: { en: 'True for “true”, “yes”, “on”, “1” and numbers other than 0.', 'zh-CN': '“true”“yes”“on”“1”以及非 0 的数字为真。' },
    example: 'bool(flow.vip)',
  },
  {
    name: 'get',
    forms: [
      form(['any', 'text'], 'any', (value, path) => valueAt(value, path) ?? null),
      form(['any', 'text', 'any'], 'any', (value, path, otherwise) => valueAt(value, path) ?? otherwise),
    ],
    docs: { en: 'A part of JSON by its path, or something else where it is missing.', 'zh-CN': '按路径取 JSON 中的值；不存在时取另一值。' },
    example: 'get(flow.customer, "address.city", "unknown")',
  },
  {
    name: 'default',
    forms: [form(['any', 'any'], 'any', (value, otherwise) => (value === null || value === '' ? otherwise : value))],
    docs: { en: 'The first value, or the second where the first is empty.', 'zh-CN': '第一个值；为空时取第二个值。' },
    example: 'default(flow.name, "friend")',
  },
  {
    name: 'dyn',
    forms: [form(['any'], 'any', (value) => value)],
    docs: { en: 'The value, without its type being checked beforehand.', 'zh-CN': '原值，但不预先检查其类型。' },
    example: 'dyn(flow.name)',
  },
]
