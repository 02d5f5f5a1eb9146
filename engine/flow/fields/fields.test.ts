import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { configFields } from './config-fields'
import { field } from './meta'
import { fieldTree } from './tree'

const item = z.strictObject({
  key: field(z.enum(['1', '2']), { kind: 'keys', single: true }),
  when: field(z.string().default(''), { kind: 'cel', expects: 'boolean' }, { extra: { input: 'string' } }),
})
const shape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: field(z.literal('a'), { kind: 'hidden' }), first: field(z.string(), { kind: 'text' }) }),
  z.strictObject({ kind: field(z.literal('b'), { kind: 'hidden' }), second: field(z.string(), { kind: 'text' }) }),
])
const schema = z.strictObject({
  mode: field(z.enum(['simple', 'full']).default('simple'), { kind: 'select' }),
  note: field(z.string().max(9).optional(), { kind: 'text' }, { when: { field: 'mode', is: ['full'] } }),
  items: field(z.array(item).min(1).default([]), { kind: 'list' }),
  inner: field(z.strictObject({ seconds: field(z.number().min(2).max(5).default(3), { kind: 'number', unit: 's' }) }), { kind: 'group' }),
  shape: field(shape, { kind: 'group' }),
  plain: z.string().default(''),
})

const paths = (config: unknown) => configFields({ schema }, config).map(({ path }) => path.join('.'))

describe('the fields of a config', () => {
  const config = {
    mode: 'full',
    note: 'x',
    items: [
      { key: '1', when: 'a' },
      { key: '2', when: 'b' },
    ],
    inner: { seconds: 3 },
    shape: { kind: 'b', second: 'two' },
    plain: '',
  }

  test('given groups, lists and unions, then each field is found with its path, and those without a meta are not', () => {
    expect(paths(config)).toEqual([
      'mode',
      'note',
      'items',
      'items.0.key',
      'items.0.when',
      'items.1.key',
      'items.1.when',
      'inner',
      'inner.seconds',
      'shape',
      'shape.kind',
      'shape.second',
    ])
  })

  test('given a field that another one hides, then it is left out', () => {
    expect(paths({ ...config, mode: 'simple' })).not.toContain('note')
  })

  test('given a field in a list, then it knows its value, its roots and what stands beside it', () => {
    const found = configFields({ schema }, config).find(({ path }) => path.join('.') === 'items.1.when')
    expect(found).toMatchObject({ value: 'b', meta: { extra: { input: 'string' } }, siblings: { key: '2' }, optional: false })
  })
})

describe('the tree of a type’s fields', () => {
  test('given a schema, then limits, choices, entries and first values are read from it', () => {
    expect(fieldTree({ schema })).toMatchObject([
      { key: 'mode', options: ['simple', 'full'], initial: 'simple', optional: false },
      { key: 'note', optional: true, maxLength: 9 },
      {
        key: 'items',
        many: true,
        minItems: 1,
        item: {
          fields: [
            { key: 'key', options: ['1', '2'] },
            { key: 'when', extra: { input: 'string' } },
          ],
        },
      },
      { key: 'inner', fields: [{ key: 'seconds', min: 2, max: 5, initial: 3 }] },
      { key: 'shape' },
    ])
  })
})
