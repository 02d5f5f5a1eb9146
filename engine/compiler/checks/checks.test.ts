import { describe, expect, test } from 'vitest'
import type { CheckContext, ModuleSignature } from '@/engine/flow'
import { nodeDefinitions } from '@/nodes/registry.schema'
import { flow, says } from '../testing/documents'
import { validate } from '../validate'

const survey: ModuleSignature = {
  flowId: 'survey',
  name: 'Survey',
  inputs: [{ name: 'topic', type: 'string' }],
  outputs: [{ name: 'score', type: 'number' }],
  outcomes: [{ id: 'done', label: 'Done' }],
  uses: ['main'],
}
const context: CheckContext = {
  flowId: 'other',
  modules: new Map([['survey', survey]]),
  secrets: new Set(['TOKEN']),
  sounds: new Set(['welcome']),
}

/** What is found, as `code node path`. */
function found(draft: Parameters<typeof flow>[0], around: CheckContext = context): string[] {
  return validate(flow(draft), nodeDefinitions, around).map(({ code, nodeId, path, outcome }) =>
    [code, nodeId, path?.join('.'), outcome].filter((part) => part !== undefined).join(' '),
  )
}

/** What is found wrong with the config of one step. */
function config(type: string, config: object, variables: readonly object[] = [], around?: CheckContext): string[] {
  const draft = { nodes: { it: [type, config] as const }, edges: ['start start -> it'], variables }
  return found(draft, around).filter((line) => !line.startsWith('PB302'))
}

const variables = [
  { name: 'name', type: 'string' },
  { name: 'count', type: 'number' },
  { name: 'any', type: 'json' },
]

describe('what stands in a step', () => {
  test.each([
    ['a prompt list that must say something', 'play', { prompts: [] }, ['PB202 it prompts']],
    ['a prompt of spaces and dots', 'play', { prompts: says(' … ') }, ['PB203 it prompts.0.text']],
    ['a prompt in another script', 'play', { prompts: says('您好') }, []],
    ['a prompt that an expression fills', 'play', { prompts: says('{{ flow.name }}') }, []],
    ['an unknown name in a prompt', 'play', { prompts: says('Hi {{ flow.nam }}') }, ['PB403 it prompts.0.text']],
    ['an unclosed expression', 'play', { prompts: says('Hi {{ flow.name') }, ['PB401 it prompts.0.text']],
    ['a sound that there is not', 'play', { prompts: [{ kind: 'sound', sound: 'jingle' }] }, ['PB207 it prompts.0.sound']],
    ['a sound that there is', 'play', { prompts: [{ kind: 'sound', sound: 'welcome' }] }, []],
    ['a sound not chosen yet', 'play', { prompts: [{ kind: 'sound', sound: '' }] }, ['PB202 it prompts.0.sound']],
    ['a value not written yet', 'play', { prompts: [{ kind: 'value', value: '', as: 'digits' }] }, ['PB202 it prompts.0.value']],
    ['an expression not written yet', 'wait', { seconds: ' ' }, ['PB202 it seconds']],
    ['an expression of the wrong type', 'wait', { seconds: 'flow.name' }, ['PB402 it seconds']],
    ['a broken expression', 'wait', { seconds: '1 +' }, ['PB401 it seconds']],
    ['a branch not written yet', 'condition', { branches: [{ id: 'a' }] }, ['PB202 it branches.0.when']],
    ['a variable that nobody declared', 'menu', { prompts: says('x'), options: [{ key: '1' }], variable: 'lost' }, ['PB204 it variable']],
    ['a variable of another type', 'menu', { prompts: says('x'), options: [{ key: '1' }], variable: 'count' }, ['PB205 it variable']],
    ['a variable that takes anything', 'menu', { prompts: says('x'), options: [{ key: '1' }], variable: 'any' }, []],
    ['text put into a number', 'set', { assignments: [{ variable: 'count', value: '"x"' }] }, ['PB205 it assignments.0.value']],
    ['a number put into a number', 'set', { assignments: [{ variable: 'count', value: 'flow.count + 1' }] }, []],
    ['a secret that there is not', 'http', { url: 'https://x.example/{{ secret.KEY }}' }, ['PB206 it url']],
    ['a secret that there is', 'http', { url: 'https://x.example/{{ secret.TOKEN }}' }, []],
    ['a secret inside an expression', 'http', { url: '{{ "x" + secret.TOKEN }}' }, ['PB403 it url']],
    ['a body that is not sent', 'http', { url: 'https://x.example', body: '{{ nonsense }}' }, []],
    ['a body that is sent', 'http', { method: 'POST', url: 'https://x.example', body: '{{ nonsense }}' }, ['PB403 it body']],
    ['the answer of a request', 'http', { url: 'https://x.example', results: [{ variable: 'any', value: 'response.json.id' }] }, []],
    [
      'the pressed digits in their check',
      'collect',
      { prompts: says('x'), variable: 'name', format: 'expression', valid: 'input == "1"' },
      [],
    ],
    ['the check of digits that is not used', 'collect', { prompts: says('x'), variable: 'name', format: 'any', valid: '' }, []],
    ['a key twice', 'menu', { prompts: says('x'), options: [{ key: '1' }, { key: '1' }] }, ['PB211 it options.1.key']],
    ['a module that is not published', 'run-module', { module: 'gone' }, ['PB208 it module']],
    ['no module', 'run-module', {}, ['PB202 it module']],
    [
      'an input and a result that the module does not have',
      'run-module',
      { module: 'survey', inputs: [{ name: 'x', value: '1' }], results: [{ from: 'y', variable: 'any' }] },
      ['PB214 it inputs.0.name', 'PB214 it results.0.from'],
    ],
  ])('%s', (_case, type, given, expected) => {
    expect(config(type, given, variables)).toEqual(expected)
  })

  test('given nothing known of secrets and sounds, then none is missing', () => {
    const unknown: CheckContext = { ...context, secrets: 'unknown', sounds: 'unknown' }
    expect(config('play', { prompts: [{ kind: 'sound', sound: 'jingle' }] }, [], unknown)).toEqual([])
    expect(config('http', { url: 'https://x.example/{{ secret.KEY }}' }, [], unknown)).toEqual([])
  })

  test('given a module that runs this flow, then it would run itself', () => {
    expect(config('run-module', { module: 'survey' }, [], { ...context, flowId: 'main' })).toEqual(['PB209 it module'])
  })

  test('given a module, when a step leaves by an exit that it does not have, then it is told', () => {
    const draft = (outcome: string) => ({
      kind: 'module' as const,
      outcomes: [{ id: 'done', label: 'Done' }],
      nodes: { back: ['return', { outcome }] as const },
      edges: ['start start -> back'],
    })
    expect(found(draft('done'))).toEqual([])
    expect(found(draft('gone'))).toEqual(['PB210 back outcome'])
  })

  test.each([
    [{ timeoutSeconds: 'x' }, 'type', undefined],
    [{ timeoutSeconds: 0 }, 'min', 1],
    [{ timeoutSeconds: 99 }, 'max', 60],
    [{ options: [{}] }, 'required', undefined],
    [{ options: [{ key: 'A' }] }, 'option', undefined],
    [{ options: Array.from({ length: 13 }, () => ({ key: '1' })) }, 'long', 12],
    [{ variable: '1x' }, 'format', undefined],
    [{ colour: 'red' }, 'unknown', undefined],
  ])('given the config %j, then the sentence says why it is not valid', (given, reason, limit) => {
    const document = flow({ nodes: { it: ['menu', given] }, edges: ['start start -> it'] })
    const [first] = validate(document, nodeDefinitions, context)
    expect(first).toMatchObject({ code: 'PB201', nodeId: 'it', params: { reason, ...(limit === undefined ? {} : { limit }) } })
    expect(first?.message).not.toMatch(/[{}]/)
  })
})

describe('the flow itself', () => {
  const nodes = { it: ['play', { prompts: says('x') }] as const }
  const edges = ['start start -> it']

  test('given doubled and reserved names, then they are taken', () => {
    const variables = [
      { name: 'a', type: 'string' },
      { name: 'a', type: 'number' },
      { name: 'error', type: 'string' },
    ]
    expect(found({ nodes, edges: [...edges, 'it done -> it'], variables })).toEqual([
      'PB111 variables.1.name',
      'PB111 variables.2.name',
      'PB304 it',
    ])
  })

  test('given a first value of another type, then it is told', () => {
    const variables = [
      { name: 'a', type: 'number', initial: 'x' },
      { name: 'b', type: 'json', initial: 'x' },
    ]
    expect(found({ nodes, edges: [...edges, 'it done -> it'], variables })).toEqual(['PB112 variables.0.initial', 'PB304 it'])
  })

  test('given steps that do not exist, wrong exits and doubled edges, then each is told once', () => {
    expect(found({ nodes, edges: [...edges, 'it done -> gone', 'it done -> start', 'it odd -> it'] })).toEqual([
      'PB107 it done',
      'PB108 it odd',
      'PB109 it done',
      'PB110 it done',
    ])
  })
})

describe('languages', () => {
  test('given a prompt in a language that nobody speaks, then that is told at its language; a region is spoken', () => {
    const prompts = [
      { kind: 'text', text: 'nuqneH', language: 'tlh' },
      { kind: 'value', value: 'call.from', as: 'digits', language: 'klingon' },
      { kind: 'text', text: 'Servus', language: 'de-AT' },
    ]
    expect(config('play', { prompts })).toEqual(['PB215 it prompts.0.language', 'PB215 it prompts.1.language'])
  })

  test('given a flow in another language than the product’s, then it may start in it', () => {
    expect(nodeDefinitions.get('entry')?.schema.safeParse({ language: 'de' }).success).toBe(true)
    expect(nodeDefinitions.get('entry')?.schema.safeParse({ language: 'tlh' }).success).toBe(false)
  })
})

describe('loops', () => {
  const branch = ['condition', { branches: [{ id: 'a', when: 'true' }] }] as const
  const severity = (edges: readonly string[], nodes: Parameters<typeof flow>[0]['nodes']) =>
    validate(flow({ nodes, edges }), nodeDefinitions, context)
      .filter(({ code }) => code === 'PB303')
      .map(({ severity, nodeId }) => `${severity} ${nodeId}`)

  test('given steps that only lead to each other, then it is an error', () => {
    expect(
      severity(['start start -> a', 'a branch:a -> b', 'a else -> b', 'b branch:a -> a', 'b else -> a'], { a: branch, b: branch }),
    ).toEqual(['error a'])
  })

  test('given a way out, then it is a warning', () => {
    const nodes = { a: branch, bye: ['hangup'] as const }
    expect(severity(['start start -> a', 'a branch:a -> a', 'a else -> bye'], nodes)).toEqual(['warning a'])
  })

  test('given a step in it that waits for the caller, then nothing is told', () => {
    const nodes = { a: branch, say: ['play', { prompts: says('x') }] as const }
    expect(severity(['start start -> a', 'a branch:a -> say', 'a else -> say', 'say done -> a'], nodes)).toEqual([])
  })
})

describe('loops that only a hang-up ends', () => {
  const play = ['play', { prompts: says('x') }] as const
  const told = (edges: readonly string[], nodes: Parameters<typeof flow>[0]['nodes'], around = context) =>
    validate(flow({ nodes, edges: ['start start -> a', ...edges] }), nodeDefinitions, around)
      .filter(({ code }) => code === 'PB304')
      .map(({ severity, nodeId }) => `${severity} ${nodeId}`)

  test('given steps that only talk or wait, then there is a warning at the first', () => {
    expect(told(['a done -> a'], { a: play })).toEqual(['warning a'])
    expect(told(['a done -> b', 'b done -> a'], { a: play, b: ['wait', {}] })).toEqual(['warning a'])
    const branch = ['condition', { branches: [{ id: 'a', when: 'true' }] }] as const
    expect(told(['a done -> b', 'b branch:a -> a', 'b else -> a'], { a: play, b: branch })).toEqual(['warning a'])
  })

  test('given a question in it, a way out, or a module that may ask, then there is none', () => {
    const menu = ['menu', { prompts: says('x'), options: [{ key: '1' }] }] as const
    expect(told(['a done -> b', 'b matched:1 -> a', 'b timeout -> a', 'b no-match -> a'], { a: play, b: menu })).toEqual([])
    const branch = ['condition', { branches: [{ id: 'a', when: 'true' }] }] as const
    expect(told(['a done -> b', 'b branch:a -> a', 'b else -> c'], { a: play, b: branch, c: ['hangup'] })).toEqual([])
    const transfer = ['transfer', { target: '1001' }] as const
    expect(told(['a done -> b', 'b busy -> a', 'b no-answer -> a', 'b failed -> a'], { a: play, b: transfer })).toEqual([])
    expect(told(['a done -> b', 'b yes -> a'], { a: play, b: ['run-module', { module: 'm' }] })).toEqual([])
  })

  test('given steps that do not even wait, then that is the error, and nothing more is told', () => {
    expect(told(['a done -> a'], { a: ['set', { assignments: [{ variable: 'n', value: '1.0' }] }] })).toEqual([])
  })
})

describe('a large flow', () => {
  test('given 1,000 steps of which one changes, then the others are not looked at again', () => {
    const nodes = Object.fromEntries(
      Array.from({ length: 1000 }, (_, at) => [
        `n${at}`,
        ['menu', { prompts: says('Hi {{ flow.name }}'), options: [{ key: '1' }] }] as const,
      ]),
    )
    const edges = ['start start -> n0', ...Array.from({ length: 999 }, (_, at) => `n${at} matched:1 -> n${at + 1}`)]
    const document = flow({ nodes, edges, variables })
    validate(document, nodeDefinitions, context)
    let parsed = 0
    const counted = new Map([...nodeDefinitions])
    const menu = nodeDefinitions.get('menu')
    if (!menu) throw new Error('no menu')
    counted.set('menu', {
      ...menu,
      outcomes: (config, around) => {
        parsed += 1
        return menu.outcomes(config, around)
      },
    })
    validate(document, counted, context)
    expect(parsed).toBe(1000)
    const [first, second, ...rest] = document.nodes
    if (!first || !second) throw new Error('no steps')
    validate({ ...document, nodes: [first, { ...second, name: 'Changed' }, ...rest] }, counted, context)
    expect(parsed).toBe(1001)
  })
})
