import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createMachine } from 'xstate'
import type { CompiledFlow, FlowDocument, Json } from '@/engine/flow'
import { arbitraryDocument } from '@/engine/flow/testing/arbitrary-document'
import { compilableNodes } from '@/nodes/registry.compile'
import { nodeDefinitions } from '@/nodes/registry.schema'
import { type CompileEnvironment, compile } from './compile'
import { flow, says } from './testing/documents'
import { validate } from './validate'

const alone: CompileEnvironment = { flowId: 'f1', modules: new Map(), secrets: 'unknown', sounds: 'unknown' }
const types = [...nodeDefinitions.keys()]

/** Flows of steps that are configured, connected at random by exits that they have. */
const drawn: fc.Arbitrary<FlowDocument> = fc
  .record({
    steps: fc.array(fc.constantFrom('play', 'menu', 'condition', 'wait', 'hangup'), { minLength: 1, maxLength: 8 }),
    wires: fc.array(fc.tuple(fc.nat(8), fc.nat(5), fc.nat(8)), { maxLength: 16 }),
  })
  .map(({ steps, wires }) => {
    const configs: Readonly<Record<string, object>> = {
      play: { prompts: says('Hi') },
      menu: { prompts: says('Press'), options: [{ key: '1' }, { key: '#' }] },
      condition: { branches: [{ id: 'a', when: 'true' }] },
    }
    const nodes = Object.fromEntries(steps.map((type, at) => [`n${at}`, [type, configs[type] ?? {}] as const]))
    const document = flow({ nodes: { start: ['entry'], ...nodes } })
    const edges = new Map<string, FlowDocument['edges'][number]>()
    for (const [from, exit, to] of wires) {
      const source = document.nodes[from % document.nodes.length]
      const target = document.nodes[1 + (to % steps.length)]
      const definition = nodeDefinitions.get(source?.type ?? '')
      if (!source || !target || !definition) continue
      const outcomes = definition.outcomes(definition.schema.parse(source.config))
      const outcome = outcomes[exit % Math.max(outcomes.length, 1)]
      if (outcome) edges.set(`${source.id} ${outcome.id}`, { from: source.id, outcome: outcome.id, to: target.id })
    }
    return { ...document, edges: [...edges.values()] }
  })

describe('the compiler', () => {
  test('given any document, then it answers with findings and never throws', () => {
    fc.assert(
      fc.property(arbitraryDocument(fc.constantFrom(...types, 'constructor')), (document) => {
        const { compiled, diagnostics } = compile(document, compilableNodes, alone)
        const errors = diagnostics.filter(({ severity }) => severity === 'error')
        expect(compiled === null).toBe(errors.length > 0)
        // No gap of a message is left unfilled; what the document itself writes in braces may be quoted.
        const written = JSON.stringify(document)
        for (const { message } of diagnostics) {
          for (const [gap] of message.matchAll(/\{\w+[,}]/g)) expect(written).toContain(gap)
        }
      }),
    )
  })

  test('given any flow that can be drawn, then every target of its machine is there and XState takes it', () => {
    let compiledSome = 0
    fc.assert(
      fc.property(drawn, (document) => {
        const { compiled } = compile(document, compilableNodes, alone)
        if (!compiled) return
        compiledSome += 1
        const ids = idsOf(compiled)
        for (const target of targetsOf(compiled.machine)) expect(ids).toContain(target)
        // The config is stored JSON; XState's types want literals that JSON cannot carry.
        expect(() => createMachine(structuredClone(compiled.machine) as Parameters<typeof createMachine>[0]).definition).not.toThrow()
        expect(Object.keys(compiled.nodes)).toHaveLength(document.nodes.length)
      }),
    )
    expect(compiledSome).toBeGreaterThan(20)
  })

  test('given the same flow with its edges in another order, then the machine is the same', () => {
    fc.assert(
      fc.property(drawn, (document) => {
        const [one, other] = [document, { ...document, edges: [...document.edges].reverse() }].map((each) =>
          compile(each, compilableNodes, alone),
        )
        expect(JSON.stringify(other?.compiled)).toBe(JSON.stringify(one?.compiled))
      }),
    )
  })

  test('given any document, when it is checked twice, then the findings are the same', () => {
    fc.assert(
      fc.property(arbitraryDocument(fc.constantFrom(...types)), (document) => {
        const context = { ...alone, modules: new Map() }
        expect(validate(structuredClone(document), nodeDefinitions, context)).toEqual(validate(document, nodeDefinitions, context))
      }),
    )
  })
})

/** Every `target` in a machine. */
function targetsOf(value: Json): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'target' && typeof inner === 'string' ? [inner] : targetsOf(inner as Json),
  ) // JSON holds JSON
}

/** How the machine's states are named as targets: `#flow.<path>`. */
function idsOf({ machine }: CompiledFlow): string[] {
  const ids: string[] = []
  const walk = (state: Json, path: string) => {
    ids.push(path)
    const states = typeof state === 'object' && state !== null && 'states' in state ? state.states : {}
    for (const [key, inner] of Object.entries(states ?? {})) walk(inner as Json, `${path}.${key}`) // JSON holds JSON
  }
  walk(machine, '#flow')
  return ids
}
