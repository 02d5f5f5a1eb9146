import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkExpression, expressionReads, readsAny } from './check'
import { completionsAt, hoverAt } from './completions'
import { evaluateExpression } from './evaluate'
import { expressionFunctions } from './functions'
import type { ExpressionScope, ExpressionValues } from './scope'
import { checkTemplate, parseTemplate, renderTemplate, templateReads } from './template'

const scope: ExpressionScope = {
  variables: [
    { name: 'count', type: 'number' },
    { name: 'amount', type: 'number' },
    { name: 'name', type: 'string', description: 'Who calls' },
    { name: 'vip', type: 'boolean' },
    { name: 'data', type: 'json' },
  ],
  extra: { input: 'string' },
}
const values: ExpressionValues = {
  call: { id: 'c1', from: '+4930123', fromName: 'Ada', to: '7000', language: 'en', startedAt: Date.UTC(2026, 0, 31, 9, 0) },
  flow: { count: 2, amount: 12.5, name: 'Ada', vip: true, data: { items: [1, 2, { x: 'y' }], nothing: null } },
  error: null,
  now: Date.UTC(2026, 0, 31, 9, 30),
  extra: { input: '1234' },
}

describe('numbers are just numbers', () => {
  test.each([
    ['flow.count + 1 == 3', true],
    ['flow.amount > 10', true],
    ['flow.count / 4', 0.5],
    ['size(input) == 4', true],
    ['size(flow.name) + 0.5', 3.5],
    ['int("12") + 1', 13],
    ['flow.count % 2 == 0', true],
    ['flow.data.items[0] + 1', 2],
    ['flow.data.items[flow.count].x', 'y'],
    ['split("a b", " ")[flow.count - 1]', 'b'],
    ['flow.count in [1, 2]', true],
    ['round(12.345, 2)', 12.35],
    ['[1, 2, 3].filter(x, x > 1).map(x, x * 2)', [4, 6]],
  ])('given %s, when evaluated, then it is %j', (text, result) => {
    expect(checkExpression(text, scope)).toEqual([])
    expect(evaluateExpression(text, scope, values)).toEqual({ ok: true, value: result })
  })
})

describe('a key named constructor, as a response of a server may have it', () => {
  const winner = { constructor: 'Lotus', car: { constructor: { name: 'Lotus' } } }
  const response = { flow: { ...values.flow, data: { winners: [winner] } }, extra: { winner } }
  test.each([
    ['flow.data.winners[0].constructor', 'Lotus'],
    ['flow.data.winners[0].car.constructor.name + "!"', 'Lotus!'],
    ['has(winner.constructor) && !has(winner.year)', true],
    ['size(flow.data.winners[0])', 2],
    ['"constructor" in flow.data.winners[0]', true],
    ['flow.data.winners', [winner]],
    ['winner.car.constructor.name', 'Lotus'],
  ])('given %s, when evaluated, then it is %j', (text, result) => {
    expect(evaluateExpression(text, { ...scope, extra: { winner: 'json' } }, { ...values, ...response })).toEqual({
      ok: true,
      value: result,
    })
  })
})

describe('what analysts ask', () => {
  test.each([
    ['weekday(now, "UTC")', 6],
    ['hour(now, "Asia/Shanghai")', 17],
    ['time(now, "UTC") >= "09:00" && time(now, "UTC") < "17:30"', true],
    ['date(now, "UTC")', '2026-01-31'],
    ['seconds(now - call.startedAt)', 1800],
    ['now + duration("1h30m")', '2026-01-31T11:00:00.000Z'],
    ['call.from.startsWith("+49")', true],
    ['digits("+49 (30) 12")', '493012'],
    ['luhn("4539 1488 0343 6467")', true],
    ['luhn("4539 1488 0343 6468")', false],
    ['isDate("29022024", "DDMMYYYY")', true],
    ['isDate("29022026", "DDMMYYYY")', false],
    ['get(flow.data, "items.2.x")', 'y'],
    ['get(flow.data, "items.9.x", "none")', 'none'],
    ['has(flow.data.missing)', false],
    ['flow.data.nothing == null', true],
    ['default(flow.data.nothing, "x")', 'x'],
    ['flow.error.code == ""', true],
    ['dyn(1) == "1"', false],
  ])('given %s, when evaluated, then it is %j', (text, result) => {
    expect(evaluateExpression(text, scope, values)).toEqual({ ok: true, value: result })
  })

  test.each(expressionFunctions.map((it) => [it.name, it.example]))('given the example of %s, then it reads', (_name, example) => {
    const names = [...example.matchAll(/flow\.(\w+)/g)].map(([, name]) => name ?? '')
    const variables = [...new Set(names)].map((name) => ({ name, type: 'json' as const }))
    expect(checkExpression(example, { variables, extra: { input: 'string' } })).toEqual([])
  })
})

describe('what is wrong, and where', () => {
  test.each([
    ['', 'PB401', ''],
    ['1 +', 'PB401', ''],
    ['"abc', 'PB401', '"abc'],
    ['1 2', 'PB401', '2'],
    ['if', 'PB401', 'if'],
    ['a'.repeat(4001), 'PB401', 'a'.repeat(4001)],
    [`${'('.repeat(200)}1`, 'PB401', ''],
    ['flow.nope > 1', 'PB403', 'nope'],
    ['has(flow.nope)', 'PB403', 'nope'],
    ['nope', 'PB403', 'nope'],
    ['foo(flow.name)', 'PB403', 'foo'],
    ['flow.name.foo()', 'PB403', 'foo'],
    ['cel.bind(x, 1, x)', 'PB403', 'cel'],
    ['flow.name > 10', 'PB402', 'flow.name > 10'],
    ['!flow.name', 'PB402', '!flow.name'],
    ['flow.count && true', 'PB402', 'flow.count && true'],
    ['flow.vip ? 1 : "a"', 'PB402', 'flow.vip ? 1 : "a"'],
    ['size(flow.count)', 'PB402', 'size(flow.count)'],
    ['flow.name.matches("(")', 'PB402', '"("'],
  ])('given %s, when checked, then it is %s at “%s”', (text, code, place) => {
    const [found, ...more] = checkExpression(text, scope)
    expect(more).toEqual([])
    expect(found?.code).toBe(code)
    expect(text.slice(found?.range?.start, found?.range?.end)).toBe(place)
    expect(found?.message).not.toMatch(/[{}]|pb_|double|undefined/)
  })

  test('given a result of another type than wanted, when checked, then both types are told', () => {
    expect(checkExpression('flow.count', scope, 'boolean')[0]?.message).toBe('The result must be true/false, but it is a number.')
    expect(checkExpression('flow.data.x', scope, 'boolean')).toEqual([])
  })

  test('given JSON of the wrong type at run time, when evaluated, then it fails with a code', () => {
    expect(evaluateExpression('flow.data.items', scope, values, 'boolean')).toMatchObject({
      ok: false,
      error: { code: 'EXPRESSION_FAILED' },
    })
  })

  test.each(['flow.data.missing', 'number("x")', '1 / 0', 'hour(now, "Mars/Base")', 'flow.nope', 'timestamp("soon")'])(
    'given %s, when evaluated, then it fails with a code',
    (text) => {
      expect(evaluateExpression(text, scope, values)).toMatchObject({ ok: false, error: { code: 'EXPRESSION_FAILED' } })
    },
  )
})

describe('roots of one field', () => {
  const alone: ExpressionScope = { variables: scope.variables }

  test('given values of roots that the scope does not name, when evaluated, then they can be read', () => {
    const response = { status: 200, json: { id: 7 } }
    expect(evaluateExpression('response.json.id + response.status', alone, { ...values, extra: { response } })).toEqual({
      ok: true,
      value: 207,
    })
    expect(evaluateExpression('size(input) == 4', alone, values)).toEqual({ ok: true, value: true })
    expect(checkExpression('input == "1"', alone)[0]?.code).toBe('PB403')
  })
})

describe('bounds', () => {
  const long = { ...values, flow: { ...values.flow, data: { l: Array.from({ length: 2000 }, (_, i) => i) } } }

  test.each([
    'flow.data.l.all(a, flow.data.l.all(b, flow.data.l.all(c, a == a)))',
    'flow.data.l.exists(a, flow.data.l.exists(b, [].exists(c, true)))',
    'flow.data.l.map(a, flow.data.l.filter(b, b > a))',
  ])('given %s over a long list, when evaluated, then it is too costly', (text) => {
    expect(evaluateExpression(text, scope, long)).toMatchObject({ ok: false, error: { code: 'EXPRESSION_TOO_COSTLY' } })
  })

  test('given a loop within the bound, when evaluated again and again, then each has the whole budget', () => {
    for (let round = 0; round < 20; round++)
      expect(evaluateExpression('flow.data.l.all(a, a >= 0)', scope, long)).toEqual({ ok: true, value: true })
  })

  test('given any text, when checked and evaluated, then there is an answer', () => {
    const pieces = fc.constantFrom(
      'flow',
      '.',
      'name',
      'count',
      '(',
      ')',
      '[',
      ']',
      '{',
      '}',
      '"',
      "'",
      '1',
      '0x',
      '.5',
      ' + ',
      '!',
      '?',
      ':',
      ',',
      '&&',
      'has',
      'map',
      'all',
      'x',
      'size',
      'now',
      'data',
      '\\',
      'r"',
      'b"a"',
      'null',
      ' in ',
      '//',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(pieces, { maxLength: 20 }).map((it) => it.join('')),
          fc.string(),
        ),
        (text) => {
          const found = checkExpression(text, scope)
          const result = evaluateExpression(text, scope, values)
          if (found.length > 0) expect(result.ok).toBe(false)
          for (const { range } of found)
            expect(range && range.start >= 0 && range.end <= text.length + 1 && range.start <= range.end).toBe(true)
          expect(() => checkTemplate(text, scope)).not.toThrow()
          expect(renderTemplate(text, scope, values)).toHaveProperty('ok')
          completionsAt(text, Math.floor(text.length / 2), scope)
        },
      ),
      { numRuns: 1000 },
    )
  })
})

describe('what an expression reads', () => {
  test('given fields, loops and computed names, then variables are found', () => {
    expect([...expressionReads('flow.count > 1 && flow["name"] == "x"', scope).variables]).toEqual(['count', 'name'])
    expect(readsAny('flow[flow.name] == 1', scope, new Set(['vip']))).toBe(true)
    expect(readsAny('flow.data.items.exists(flow, flow == 1)', scope, new Set(['vip']))).toBe(false)
    expect(expressionReads('call.from', scope)).toMatchObject({ wholeFlow: false })
    expect([...templateReads('Hi {{ flow.name }}', scope).variables]).toEqual(['name'])
  })
})

describe('templates', () => {
  test('given words and expressions, when rendered, then values stand in the words', () => {
    const text = 'Hi {{ flow.name }}, {{flow.count}} × {{ flow.amount }}{{ flow.data.nothing }} {{ "}}" }} {{ {"a": 1}.a }} {{ flow.vip }}'
    expect(renderTemplate(text, scope, values)).toEqual({ ok: true, value: 'Hi Ada, 2 × 12.5 }} 1 true' })
  })

  test('given an unknown name, when checked, then the range is in the whole text', () => {
    const [found] = checkTemplate('Dear {{ flow.nam }}!', scope)
    expect(found).toMatchObject({ code: 'PB403', range: { start: 13, end: 16 } })
  })

  test('given an open brace, when checked, then it is told', () => {
    expect(checkTemplate('a {{ flow.name', scope)[0]).toMatchObject({ code: 'PB401', range: { start: 2, end: 14 } })
  })

  test('given any text, then the parts put together are the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('{', '}', '"', 'a', ' ', '\\') }), (text) => {
        const whole = parseTemplate(text).map((part) => (part.kind === 'text' ? part.text : `{{${part.text}${part.closed ? '}}' : ''}`))
        expect(whole.join('')).toBe(text)
      }),
    )
  })
})

describe('completion', () => {
  const labels = (text: string, offset = text.length, template = false) =>
    completionsAt(text, offset, scope, 'en', template).map(({ label }) => label)

  test('given the beginning of a name, then what fits is offered', () => {
    expect(labels('fl')).toEqual(['floor', 'flow'].sort((a) => (a === 'flow' ? -1 : 1)))
    expect(labels('flow.co')).toEqual(['count'])
    expect(labels('flow.')).toEqual(['count', 'amount', 'name', 'vip', 'data', 'error'])
    expect(labels('flow.name.st')).toEqual(['startsWith'])
    expect(labels('flow.error.')).toEqual(['code', 'message', 'node'])
    expect(labels('inp')).toEqual(['input'])
  })

  test('given a text in quotes or words outside braces, then nothing is offered', () => {
    expect(labels('"fl')).toEqual([])
    expect(labels('Hi fl', 5, true)).toEqual([])
    expect(labels('Hi {{ call.fr }}', 13, true)).toEqual(['from', 'fromName'])
  })

  test('given a name, then hovering explains it', () => {
    expect(hoverAt('flow.name', 7, scope)).toEqual({ title: 'text', docs: 'Who calls', range: { start: 5, end: 9 } })
    expect(hoverAt('size(input)', 2, scope, 'zh-CN')?.title).toContain('size(文本) → 数字')
  })
})
