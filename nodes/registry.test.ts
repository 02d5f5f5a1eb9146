import { describe, expect, test } from 'vitest'
import { compile, moduleSignature, validate } from '@/engine/compiler'
import {
  type CheckContext,
  type FieldSpec,
  type FlowDocument,
  fieldTree,
  locales,
  type NodeMessages,
  parseDocument,
  type PublishedModule,
} from '@/engine/flow'
import { compilableNodes } from './registry.compile'
import { nodeExamples } from './registry.example'
import { nodeMessages } from './registry.messages'
import { definitions, nodeDefinitions } from './registry.schema'
import type { NodeType } from './registry.types'

const types = Object.keys(definitions) as NodeType[] // the registry's own keys

function exampleOf(type: NodeType): FlowDocument {
  const read = parseDocument(nodeExamples[type])
  if (!read.ok) throw new Error(read.error.message)
  return read.value.document
}

/** The example of a module, published under the id that the example of running one names. */
const yesOrNo: PublishedModule = { flowId: 'yes-or-no', version: 1, document: exampleOf('return') }
const modules = new Map([[yesOrNo.flowId, yesOrNo]])
const signatures = new Map([...modules].map(([id, { document }]) => [id, moduleSignature(id, document, nodeDefinitions)]))
const context: CheckContext = { flowId: null, modules: signatures, secrets: 'unknown', sounds: 'unknown' }

describe.each(types)('%s', (type) => {
  const definition = nodeDefinitions.get(type)
  if (!definition) throw new Error(`${type} is not in the map`)

  test('given its example, then it is a flow without a finding that shows the step, and it compiles', () => {
    const document = exampleOf(type)
    expect(document.nodes.some((node) => node.type === type)).toBe(true)
    expect(validate(document, nodeDefinitions, context)).toEqual([])
    const { compiled } = compile(document, compilableNodes, { flowId: null, modules, secrets: 'unknown', sounds: 'unknown' })
    expect(compiled).not.toBeNull()
  })

  test('given its defaults, then they pass its own schema unchanged', () => {
    expect(definition.schema.parse(definition.defaults)).toEqual(definition.defaults)
    expect(definition.type).toBe(type)
  })

  test('given its exits, then failure is the last and each id is there once', () => {
    const outcomes = definition.outcomes(definition.defaults, { modules: new Map() })
    expect(new Set(outcomes.map(({ id }) => id)).size).toBe(outcomes.length)
    if (outcomes.length > 0) expect(outcomes.at(-1)).toMatchObject({ id: 'error', role: 'error' })
  })

  test.each(locales)('given the language %s, then every field, choice, section, exit and fact has its words', (locale) => {
    const words: NodeMessages = nodeMessages[type][locale]
    expect(words.name).not.toBe('')
    expect(words.description).not.toBe('')
    const missing: string[] = []
    for (const { path, spec } of shownFields(fieldTree(definition))) {
      const entry = words.fields[path]
      if (!entry?.label) missing.push(`fields.${path}`)
      if (spec.section && !words.sections?.[spec.section]) missing.push(`sections.${spec.section}`)
      if (spec.input.kind !== 'select') continue
      for (const option of spec.options) if (!entry?.options?.[option]) missing.push(`fields.${path}.options.${option}`)
    }
    for (const { id, key } of definition.outcomes(definition.defaults, { modules: new Map() })) {
      const name = key ?? id.split(':')[0] ?? id
      if (!words.outcomes[name]) missing.push(`outcomes.${name}`)
    }
    for (const node of exampleOf(type).nodes.filter((node) => node.type === type)) {
      for (const config of [definition.defaults, definition.schema.parse(node.config)]) {
        for (const line of definition.summary(config)) {
          if (line.kind === 'fact' && !words.summary?.[line.key]) missing.push(`summary.${line.key}`)
        }
      }
    }
    expect(missing).toEqual([])
  })

  test('given both languages, then they have the same keys', () => {
    expect(keysOf(nodeMessages[type]['zh-CN'])).toEqual(keysOf(nodeMessages[type].en))
  })
})

function shownFields(fields: readonly FieldSpec[], prefix = ''): { readonly path: string; readonly spec: FieldSpec }[] {
  return fields
    .filter(({ input }) => input.kind !== 'hidden')
    .flatMap((spec) => {
      const path = prefix + spec.key
      const inner = spec.item && 'fields' in spec.item ? spec.item.fields : spec.fields
      return [{ path, spec }, ...shownFields(inner, `${path}.`)]
    })
}

function keysOf(value: object, prefix = ''): string[] {
  return Object.entries(value)
    .flatMap(([key, inner]) => (typeof inner === 'object' && inner !== null ? keysOf(inner, `${prefix}${key}.`) : [`${prefix}${key}`]))
    .sort()
}
