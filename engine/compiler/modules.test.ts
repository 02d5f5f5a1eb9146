import { describe, expect, test } from 'vitest'
import type { FlowDocument, PublishedModule } from '@/engine/flow'
import { compilableNodes } from '@/nodes/registry.compile'
import { nodeDefinitions } from '@/nodes/registry.schema'
import { check } from './check'
import { compile } from './compile'
import { flow, says } from './testing/documents'
import { drive } from './testing/drive'

const published = (flowId: string, document: FlowDocument): [string, PublishedModule] => [flowId, { flowId, version: 3, document }]

/** Asks something and leaves by `yes`; `inner` is a module that it runs on the way. */
function module(name: string, inner?: string): FlowDocument {
  return {
    ...flow({
      kind: 'module',
      variables: [
        { name: 'topic', type: 'string', input: true },
        { name: 'score', type: 'number', output: true },
      ],
      outcomes: [{ id: 'yes', label: 'Yes' }],
      nodes: {
        say: ['play', { prompts: says('Hi {{ flow.topic }}') }],
        ...(inner ? { more: ['run-module', { module: inner }] as const } : {}),
        back: ['return', { outcome: 'yes' }],
      },
      edges: ['start start -> say', ...(inner ? ['say done -> more', 'more yes -> back'] : ['say done -> back'])],
    }),
    name,
  }
}

const caller = flow({
  variables: [{ name: 'points', type: 'number' }],
  nodes: {
    ask: ['run-module', { module: 'a', inputs: [{ name: 'topic', value: '"you"' }], results: [{ from: 'score', variable: 'points' }] }],
    bye: ['hangup'],
  },
  edges: ['start start -> ask', 'ask yes -> bye'],
})

function compiled(modules: readonly [string, PublishedModule][], flowId = 'main') {
  const environment = { flowId, modules: new Map(modules), secrets: 'unknown', sounds: 'unknown' } as const
  const compilation = compile(caller, compilableNodes, environment)
  // Whoever only checks is told the same.
  expect(check(caller, nodeDefinitions, environment)).toEqual(compilation.diagnostics)
  return compilation
}
const codes = (compilation: ReturnType<typeof compiled>) =>
  compilation.diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code)

describe('a flow that runs modules', () => {
  test('given modules in modules, when it runs, then each step has its path and the frames come and go', async () => {
    const { compiled: flow } = compiled([published('a', module('A', 'b')), published('b', module('B'))])
    if (!flow) throw new Error('not compiled')
    const run = drive(flow)
    for (const outcome of ['start', 'entered', 'start', 'done', 'entered', 'start', 'done', 'yes', 'yes', '$end']) await run.leave(outcome)
    expect(run.visits).toEqual([
      'start',
      'ask',
      'ask.start',
      'ask.say',
      'ask.more',
      'ask.more.start',
      'ask.more.say',
      'ask.more.back',
      'ask.back',
      'bye',
    ])
    expect(run.done).toBe(true)
    expect(run.left.flatMap(({ push }) => (push ? [push.scope] : []))).toEqual(['ask', 'ask.more'])
    expect(run.left.flatMap(({ pop }) => (pop ?? []).map(({ scope }) => scope))).toEqual(['ask.more', 'ask'])
    expect(flow.scopes.ask).toMatchObject({ flowId: 'a', version: 3 })
  })

  test('given a module in another language, then its words are spoken in its own, the flow’s in the flow’s', () => {
    const chinese = flow({
      kind: 'module',
      outcomes: [{ id: 'yes', label: 'Yes' }],
      nodes: {
        start: ['entry', { language: 'zh-CN' }],
        say: ['menu', { prompts: [...says('您好'), { kind: 'text', text: 'Hi', language: 'en' }], options: [{ key: '1' }] }],
        back: ['return', { outcome: 'yes' }],
      },
      edges: ['start start -> say', 'say matched:1 -> back'],
    })
    const document = flow({
      nodes: { ask: ['run-module', { module: 'a' }], bye: ['hangup', { prompts: says('Bye') }] },
      edges: ['start start -> ask', 'ask yes -> bye'],
    })
    const environment = { flowId: 'main', modules: new Map([published('a', chinese)]), secrets: 'unknown', sounds: 'unknown' } as const
    const { compiled } = compile(document, compilableNodes, environment)
    expect(compiled?.language).toBe('en')
    expect(compiled?.nodes['ask.say']?.config).toMatchObject({ prompts: [{ language: 'zh-CN' }, { language: 'en' }] })
    expect(compiled?.nodes.bye?.config).toEqual({ prompts: [{ kind: 'text', text: 'Bye' }] })
  })

  test('given a module that is not published, then it is an error', () => {
    expect(codes(compiled([]))).toContain('PB208')
  })

  test('given nobody who knows the modules, then what is said of them is no finding, and everything else is', () => {
    const unknown = { flowId: null, modules: 'unknown', secrets: 'unknown', sounds: 'unknown' } as const
    expect(check(caller, nodeDefinitions, unknown)).toEqual([])
    const wrong = flow({
      nodes: { ask: ['run-module', { module: 'a', inputs: [{ name: 'x', value: '1 +' }] }] },
      edges: ['start start -> ask'],
    })
    expect(check(wrong, nodeDefinitions, unknown).map(({ code }) => code)).toEqual(['PB401'])
    const empty = flow({ nodes: { ask: ['run-module'] }, edges: ['start start -> ask'] })
    expect(check(empty, nodeDefinitions, unknown).map(({ code }) => code)).toEqual(['PB202'])
  })

  test('given a module that runs this flow, itself, or one that runs it, then nothing is compiled', () => {
    expect(codes(compiled([published('a', module('A', 'main'))]))).toContain('PB209')
    expect(codes(compiled([published('a', module('A', 'a'))]))).toEqual(['PB212'])
    expect(codes(compiled([published('a', module('A', 'b')), published('b', module('B', 'a'))]))).toEqual(['PB212'])
  })

  test('given modules that double from one to the next, then it is too large before it is written out', () => {
    const twice = (next: string): FlowDocument => {
      const one = module('M', next)
      const second = one.nodes.find(({ id }) => id === 'more')
      if (!second) throw new Error('no step')
      return { ...one, nodes: [...one.nodes, ...flow({ nodes: { again: ['run-module', { module: next }] } }).nodes.slice(1)] }
    }
    const chain = Array.from({ length: 30 }, (_, at) => published(`m${at}`, twice(`m${at + 1}`)))
    expect(codes(compiled([published('a', module('A', 'm0')), ...chain, published('m30', module('Last'))]))).toEqual(['PB213'])
  })
})
