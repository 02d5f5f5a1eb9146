import { compilePattern } from '../pattern/match'
import { type ExpressionFunction, form } from './form'

const chars = (text: string) => [...text]

const patterns = new Map<string, (text: string) => boolean>()

function matches(text: string, pattern: string): boolean {
  const known = patterns.get(pattern) ?? compilePattern(pattern)
  if (patterns.size > 500) patterns.clear()
  patterns.set(pattern, known)
  return known(text)
}

function passesLuhn(text: string): boolean {
  const digits = text.replace(/[ -]/g, '')
  if (!/^\d{2,}$/.test(digits)) return false
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 1 ? 2 : 1)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return sum % 10 === 0
}

export const textFunctions: readonly ExpressionFunction[] = [
  {
    name: 'size',
    method: true,
    forms: [
      form(['text'], 'number', (text) => chars(text).length),
      form(['list'], 'number', (list) => list.length),
      form(['map'], 'number', (map) => (map instanceof Map ? map.size : Object.keys(map).length)),
    ],
    docs: { en: 'How many characters a text has, or how many items a list or map.', 'zh-CN': '文本的字符数，或列表、映射的项数。' },
    example: 'size(input) == 4',
  },
  {
    name: 'startsWith',
    method: true,
    forms: [form(['text', 'text'], 'boolean', (text, start) => text.startsWith(start))],
    docs: { en: 'Whether a text begins with another.', 'zh-CN': '文本是否以另一文本开头。' },
    example: 'call.from.startsWith("+49")',
  },
  {
    name: 'endsWith',
    method: true,
    forms: [form(['text', 'text'], 'boolean', (text, end) => text.endsWith(end))],
    docs: { en: 'Whether a text ends with another.', 'zh-CN': '文本是否以另一文本结尾。' },
    example: 'call.to.endsWith("00")',
  },
  {
    name: 'contains',
    method: true,
    forms: [form(['text', 'text'], 'boolean', (text, part) => text.includes(part))],
    docs: { en: 'Whether a text has another somewhere in it.', 'zh-CN': '文本中是否包含另一文本。' },
    example: 'flow.name.contains("Ltd")',
  },
  {
    name: 'matches',
    method: true,
    forms: [form(['text', 'text'], 'boolean', matches)],
    docs: {
      en: 'Whether a regular expression is found in a text. Use ^ and $ for the whole text.',
      'zh-CN': '文本中能否匹配到正则表达式；要匹配整段文本请用 ^ 和 $。',
    },
    example: 'input.matches("^[1-9][0-9]{5}$")',
  },
  {
    name: 'lower',
    method: true,
    forms: [form(['text'], 'text', (text) => text.toLowerCase())],
    docs: { en: 'The text in small letters.', 'zh-CN': '转换为小写。' },
    example: 'lower(flow.city) == "berlin"',
  },
  {
    name: 'upper',
    method: true,
    forms: [form(['text'], 'text', (text) => text.toUpperCase())],
    docs: { en: 'The text in capital letters.', 'zh-CN': '转换为大写。' },
    example: 'upper(flow.code)',
  },
  {
    name: 'trim',
    method: true,
    forms: [form(['text'], 'text', (text) => text.trim())],
    docs: { en: 'The text without spaces at both ends.', 'zh-CN': '去掉两端的空格。' },
    example: 'trim(flow.name)',
  },
  {
    name: 'digits',
    method: true,
    forms: [form(['text'], 'text', (text) => text.replace(/\D/g, ''))],
    docs: { en: 'Only the digits of a text.', 'zh-CN': '只保留文本中的数字。' },
    example: 'digits(call.from)',
  },
  {
    name: 'replace',
    method: true,
    forms: [form(['text', 'text', 'text'], 'text', (text, what, by) => (what === '' ? text : bounded(text.replaceAll(what, () => by))))],
    docs: { en: 'Puts the third text wherever the second stands.', 'zh-CN': '将第二个文本的所有出现替换为第三个文本。' },
    example: 'replace(flow.number, " ", "")',
  },
  {
    name: 'substring',
    method: true,
    forms: [
      form(['text', 'number'], 'text', (text, from) => chars(text).slice(Math.max(0, from)).join('')),
      form(['text', 'number', 'number'], 'text', (text, from, to) => chars(text).slice(Math.max(0, from), Math.max(0, to)).join('')),
    ],
    docs: {
      en: 'Characters from a position (0 is the first) up to, not including, another.',
      'zh-CN': '从某位置（0 为首字符）起，到另一位置之前的字符。',
    },
    example: 'substring(flow.iban, 0, 2)',
  },
  {
    name: 'indexOf',
    method: true,
    forms: [
      form(
        ['text', 'text'],
        'number',
        (text, part) => chars(text.slice(0, Math.max(0, text.indexOf(part)))).length - (text.includes(part) ? 0 : 1),
      ),
    ],
    docs: { en: 'Where a text stands in another; -1 where it does not.', 'zh-CN': '文本在另一文本中的位置；不存在时为 -1。' },
    example: 'indexOf(flow.email, "@")',
  },
  {
    name: 'split',
    method: true,
    forms: [form(['text', 'text'], 'list', (text, by) => text.split(by))],
    docs: { en: 'Cuts a text into a list.', 'zh-CN': '将文本拆分为列表。' },
    example: 'split(flow.name, " ")[0]',
  },
  {
    name: 'join',
    method: true,
    forms: [form(['list', 'text'], 'text', (list, by) => bounded(list.map(String).join(by)))],
    docs: { en: 'Puts a list together into one text.', 'zh-CN': '将列表连接成一段文本。' },
    example: 'join(flow.items, ", ")',
  },
  {
    name: 'luhn',
    forms: [form(['text'], 'boolean', passesLuhn)],
    docs: { en: 'Whether a card number’s check digit is right.', 'zh-CN': '卡号的校验位是否正确。' },
    example: 'luhn(input)',
  },
]

const LONGEST_TEXT = 1_000_000

/** Text that an expression makes stays within bounds. */
export function bounded(text: string): string {
  if (text.length > LONGEST_TEXT) throw new RangeError('The text would be too long.')
  return text
}
