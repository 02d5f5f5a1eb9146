import { type ExpressionFunction, form } from './form'

/** Reads a number in a text; spaces around it are fine, anything else is not. */
function numberIn(text: string): number {
  const trimmed = text.trim()
  const value = /^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(trimmed) ? Number(trimmed) : Number.NaN
  if (!Number.isFinite(value)) throw new RangeError(`“${text.slice(0, 40)}” is not a number.`)
  return value
}

function rounded(value: number, places: number): number {
  const factor = 10 ** Math.min(Math.max(Math.trunc(places), 0), 10)
  return Math.sign(value) * (Math.round(Math.abs(value) * factor) / factor)
}

const toNumber = [
  form(['text'], 'number', numberIn),
  form(['number'], 'number', (value) => value),
  form(['boolean'], 'number', (value) => (value ? 1 : 0)),
]

export const numberFunctions: readonly ExpressionFunction[] = [
  {
    name: 'number',
    forms: toNumber,
    docs: { en: 'The number that a text says.', 'zh-CN': '文本所表示的数字。' },
    example: 'number(flow.digits) > 10',
  },
  {
    name: 'double',
    forms: toNumber,
    docs: { en: 'The same as number().', 'zh-CN': '与 number() 相同。' },
    example: 'double("1.5")',
  },
  {
    name: 'int',
    forms: [
      form(['text'], 'number', (text) => Math.trunc(numberIn(text))),
      form(['number'], 'number', (value) => Math.trunc(value)),
      form(['boolean'], 'number', (value) => (value ? 1 : 0)),
    ],
    docs: { en: 'The whole part of a number, also of one written as text.', 'zh-CN': '数字（或以文本写成的数字）的整数部分。' },
    example: 'int("12") + 1 == 13',
  },
  {
    name: 'round',
    forms: [form(['number'], 'number', (value) => rounded(value, 0)), form(['number', 'number'], 'number', rounded)],
    docs: { en: 'The nearest whole number, or with so many decimals.', 'zh-CN': '四舍五入到整数，或保留若干位小数。' },
    example: 'round(flow.amount, 2)',
  },
  {
    name: 'floor',
    forms: [form(['number'], 'number', Math.floor)],
    docs: { en: 'The next whole number below.', 'zh-CN': '向下取整。' },
    example: 'floor(flow.minutes / 60)',
  },
  {
    name: 'ceil',
    forms: [form(['number'], 'number', Math.ceil)],
    docs: { en: 'The next whole number above.', 'zh-CN': '向上取整。' },
    example: 'ceil(flow.seconds / 60)',
  },
  {
    name: 'abs',
    forms: [form(['number'], 'number', Math.abs)],
    docs: { en: 'The number without its sign.', 'zh-CN': '绝对值。' },
    example: 'abs(flow.balance)',
  },
  {
    name: 'min',
    forms: [form(['number', 'number'], 'number', Math.min)],
    docs: { en: 'The smaller of two numbers.', 'zh-CN': '两数中较小的一个。' },
    example: 'min(flow.count, 3)',
  },
  {
    name: 'max',
    forms: [form(['number', 'number'], 'number', Math.max)],
    docs: { en: 'The larger of two numbers.', 'zh-CN': '两数中较大的一个。' },
    example: 'max(flow.count, 1)',
  },
]
