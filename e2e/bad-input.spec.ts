import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { TRPCClientError } from '@trpc/client'
import type { AppRouter } from '@/app/server/root'
import { freePort } from '@/engine/asterisk/ports'
import type { FlowDocument } from '@/engine/flow/document'
import { openApi } from './support/api'
import { Phone } from './support/caller'
import { patchbay } from './support/cli'
import { flow, say } from './support/flows'
import { type HostileServer, openHostileServer } from './support/hostile-server'
import { type Product, startProduct } from './support/product'
import { type Api, endedCalls, pathOf } from './support/traces'

let product: Product
let api: Api
let folder: string

test.beforeAll(async () => {
  test.setTimeout(600_000)
  product = await startProduct()
  api = await openApi(product)
  folder = mkdtempSync(join(tmpdir(), 'patchbay-bad-'))
})
test.afterAll(async () => {
  await product?.stop()
  if (folder) rmSync(folder, { recursive: true, force: true })
})

const good = flow('Good', { hello: { type: 'play', config: { prompts: say('Hello.') }, exits: { done: 'bye' } }, bye: { type: 'hangup' } })

function fileOf(text: string): string {
  const file = join(folder, 'flow.json')
  writeFileSync(file, text)
  return file
}

type Refusal = TRPCClientError<AppRouter>['data'] & {}

/** Why the API refuses, as its clients see it. */
async function refusal(asked: Promise<unknown>): Promise<Refusal> {
  const error = await asked.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof TRPCClientError)) throw new Error(`not refused: ${error}`)
  return error.data
}

test.describe('a document that cannot be read is refused with its code, by the command line and the API alike', () => {
  const documents: readonly (readonly [what: string, code: string, document: object])[] = [
    ['malformed', 'DOCUMENT_INVALID', { ...good, nodes: 'none' }],
    ['huge (10 MB)', 'DOCUMENT_TOO_LARGE', { ...good, notes: [{ id: 'n', text: 'x'.repeat(10 * 1024 * 1024) }] }],
    ['newer', 'DOCUMENT_TOO_NEW', { ...good, schemaVersion: 99 }],
    ['older than any', 'DOCUMENT_TOO_OLD', { ...good, schemaVersion: -1 }],
  ]
  for (const [what, code, document] of documents) {
    test(what, async () => {
      const before = await api.flows.list.query()
      const imported = await patchbay(product, 'flow', 'import', fileOf(JSON.stringify(document)), '--json')
      expect(imported.code).toBe(1)
      expect(JSON.parse(imported.stdout)).toMatchObject({ error: { code }, diagnostics: [] })
      // As any client may send it, whatever our types say.
      const sent = api.flows.create.mutate({ name: 'Bad', kind: 'ivr', document: document as FlowDocument })
      expect((await refusal(sent)).problem).toMatchObject({ code })
      expect(await api.flows.list.query()).toEqual(before)
      const { flowId } = await api.flows.create.mutate({ name: what, kind: 'ivr', document: good })
      const { draft } = await api.flows.get.query({ flowId })
      const saved = api.flows.saveDraft.mutate({ flowId, document: document as FlowDocument, baseRevision: draft.revision })
      expect((await refusal(saved)).problem).toMatchObject({ code })
      expect((await api.flows.get.query({ flowId })).draft).toEqual(draft)
    })
  }

  test('no JSON', async () => {
    const imported = await patchbay(product, 'flow', 'import', fileOf('{"schemaVersion":1,'))
    expect([imported.code, imported.stderr]).toEqual([1, expect.stringContaining('DOCUMENT_NOT_JSON')])
  })

  test('older, of a format that is still known: it is brought up to date', async () => {
    const { name, edges, schemaVersion: _, ...rest } = good
    const drawn = edges.map(({ from, outcome, to }) => ({ source: from, sourceHandle: outcome, target: to }))
    const old = { ...rest, schemaVersion: 0, title: `Old ${name}`, edges: drawn }
    const imported = await patchbay(product, 'flow', 'import', fileOf(JSON.stringify(old)), '--json')
    expect(imported).toMatchObject({ code: 0, stderr: '' })
    const { flowId } = JSON.parse(imported.stdout)
    const { draft } = await api.flows.get.query({ flowId })
    expect(draft.document).toMatchObject({ name: 'Old Good', schemaVersion: 1 })
    expect(draft.document.edges).toEqual(expect.arrayContaining([...good.edges]))
  })
})

test.describe('a document that cannot run is kept as a draft, and its publication refused with a code on the right step', () => {
  const play = (text: string, exits = {}) => ({ type: 'play', config: { prompts: say(text) }, exits })
  const set = (value: string, exits = {}) => ({ type: 'set', config: { assignments: [{ variable: 'n', value }] }, exits })
  const number = [{ name: 'n', type: 'number' as const, initial: 0 }]
  const drawings: readonly (readonly [what: string, code: string, step: string, document: FlowDocument])[] = [
    [
      'a step whose settings are malformed',
      'PB201',
      'hello',
      flow('Settings', { hello: { type: 'play', config: { prompts: 'Hello.' }, exits: { done: 'bye' } }, bye: { type: 'hangup' } }),
    ],
    [
      'a step of a newer version of its type',
      'PB105',
      'hello',
      { ...good, nodes: good.nodes.map((node) => ((node.id as string) === 'hello' ? { ...node, version: 99 } : node)) },
    ],
    ['an unknown type of step', 'PB104', 'odd', flow('Odd', { hello: play('Hi', { done: 'odd' }), odd: { type: 'teleport' } })],
    [
      'two steps with one id',
      'PB103',
      'hello',
      { ...good, nodes: [...good.nodes, ...good.nodes.filter(({ id }) => (id as string) === 'hello')] },
    ],
    ['steps that go round and round', 'PB303', 'a', flow('Round', { a: set('1.0', { done: 'b' }), b: set('2.0', { done: 'a' }) }, number)],
    [
      'an expression of the wrong type',
      'PB205',
      'a',
      flow('Type', { a: set('"seven"', { done: 'bye' }), bye: { type: 'hangup' } }, number),
    ],
    [
      'an expression that does not type-check',
      'PB402',
      'a',
      flow('Sum', { a: set('1.0 + "x"', { done: 'bye' }), bye: { type: 'hangup' } }, number),
    ],
    ['a prompt with nothing to speak', 'PB203', 'hello', flow('Dots', { hello: play('… !', { done: 'bye' }), bye: { type: 'hangup' } })],
  ]
  for (const [what, code, step, document] of drawings) {
    test(what, async () => {
      const { flowId } = await api.flows.create.mutate({ name: what, kind: 'ivr', document: good })
      const { revision } = await api.flows.saveDraft.mutate({ flowId, document, baseRevision: 1 })
      const { problem, diagnostics } = await refusal(api.flows.publish.mutate({ flowId, revision, note: '' }))
      expect(problem).toMatchObject({ code: 'FLOW_HAS_ERRORS' })
      expect(diagnostics).toContainEqual(expect.objectContaining({ code, severity: 'error', nodeId: step }))
      const byCommand = await patchbay(product, 'flow', 'publish', flowId)
      expect([byCommand.code, byCommand.stdout + byCommand.stderr]).toEqual([
        1,
        expect.stringMatching(new RegExp(`\\b${step}\\b.*${code}`)),
      ])
      expect(await api.flows.validate.mutate({ document, flowId })).toEqual(diagnostics)
      expect((await api.flows.get.query({ flowId })).draft.document.nodes).toEqual(document.nodes)
    })
  }
})

test.describe('modules that cannot be written into a flow keep it from being published, with a code on the step that runs them', () => {
  const runs = (module: string) => ({ type: 'run-module', config: { module }, exits: { done: 'back' } })
  const back = { type: 'return', config: { outcome: 'done' } }
  const module = (name: string, steps: Parameters<typeof flow>[1]): FlowDocument => ({
    ...flow(name, { ...steps, back }),
    kind: 'module',
    outcomes: [{ id: 'done', label: 'Done' }],
  })
  async function live(document: FlowDocument): Promise<string> {
    const { flowId } = await api.flows.create.mutate({ name: document.name, kind: document.kind, document })
    await api.flows.publish.mutate({ flowId, revision: 1, note: '' })
    return flowId
  }
  async function refused(flowId: string, revision: number) {
    const { problem, diagnostics } = await refusal(api.flows.publish.mutate({ flowId, revision, note: '' }))
    expect(problem).toMatchObject({ code: 'FLOW_HAS_ERRORS' })
    // The problems of a draft and of a document on somebody's disk are those of its publication.
    const { draft } = await api.flows.get.query({ flowId })
    expect(await api.flows.validate.mutate({ document: draft.document, flowId })).toEqual(diagnostics)
    return diagnostics
  }

  test('two that run each other', async () => {
    const first = await live(module('Each', { say: { type: 'play', config: { prompts: say('Hi.') }, exits: { done: 'back' } } }))
    const second = await live(module('Other', { other: runs(first) }))
    const { revision } = await api.flows.saveDraft.mutate({
      flowId: first,
      document: module('Each', { other: runs(second) }),
      baseRevision: 1,
    })
    const round = expect.objectContaining({ code: 'PB209', severity: 'error', nodeId: 'other', params: { name: 'Other' } })
    expect(await refused(first, revision)).toContainEqual(round)
  })

  test('one that has lost what it needs since it was published', async () => {
    await api.secrets.set.mutate({ name: 'PASSING', value: 'x' })
    const headers = [{ name: 'X-Key', value: '{{ secret.PASSING }}' }]
    const asks = {
      type: 'http',
      config: { url: 'https://a.example/', headers },
      exits: { success: 'back', 'http-error': 'back', timeout: 'back' },
    }
    const broken = await live(module('Keyless', { asks }))
    await api.secrets.remove.mutate({ name: 'PASSING' })
    const document = flow('Caller', { run: { ...runs(broken), exits: { done: 'bye' } }, bye: { type: 'hangup' } })
    const { flowId } = await api.flows.create.mutate({ name: 'Caller', kind: 'ivr', document })
    const found = expect.objectContaining({ code: 'PB212', severity: 'error', nodeId: 'run', params: { name: 'Keyless' } })
    expect(await refused(flowId, 1)).toContainEqual(found)
    const byCommand = await patchbay(product, 'flow', 'validate', fileOf(JSON.stringify(document)), '--json')
    expect(byCommand.code).toBe(1)
    expect(JSON.parse(byCommand.stdout)[0].diagnostics).toContainEqual(found)
  })
})

test.describe('a step that cannot do its work on a live call leaves by its error exit, with its code', () => {
  let server: HostileServer
  let forbidden: HostileServer
  test.beforeAll(async () => {
    server = await openHostileServer()
    forbidden = await openHostileServer()
  })
  test.afterAll(async () => {
    await server?.close()
    await forbidden?.close()
  })

  /** Where each request goes, which allowed hosts that needs, and how its step is left. */
  const requests: readonly (readonly [what: string, number: string, left: string, url: () => Promise<string> | string])[] = [
    ['to nowhere', '7111', 'error HTTP_UNREACHABLE', async () => `http://127.0.0.1:${await freePort()}/`],
    ['that nobody answers', '7112', 'timeout HTTP_TIMEOUT', () => `http://${server.host}/silent`],
    ['whose answer never ends', '7113', 'timeout HTTP_TIMEOUT', () => `http://${server.host}/endless`],
    ['whose answer is a flood', '7114', 'error HTTP_TOO_LARGE', () => `http://${server.host}/flood`],
    ['whose answer has 50 MB', '7115', 'error HTTP_TOO_LARGE', () => `http://${server.host}/50mb`],
  ]
  const asking = (url: string) =>
    flow('Bad server', {
      ask: { type: 'http', config: { url, timeoutSeconds: 3 }, exits: { error: 'bye', timeout: 'bye' } },
      bye: { type: 'hangup' },
    })
  for (const [what, number, left, url] of requests) {
    test(`an HTTP request ${what}`, async () => {
      const address = await url()
      await api.settings.set.mutate({ allowedHosts: [new URL(address).host] })
      await publish(asking(address), number)
      expect(await callThrough(number)).toEqual({ path: ['start start', `ask ${left}`, 'bye $end'], outcome: 'completed' })
    })
  }

  test('an HTTP request to a private address that is not allowed: nobody there is asked', async () => {
    await api.settings.set.mutate({ allowedHosts: [server.host] })
    const refused = { path: ['start start', 'ask error HTTP_ADDRESS_REFUSED', 'bye $end'], outcome: 'completed' }
    await publish(asking(`http://${forbidden.host}/`), '7116')
    expect(await callThrough('7116')).toEqual(refused)
    await publish(asking('http://169.254.169.254/latest/meta-data'), '7117')
    expect(await callThrough('7117')).toEqual(refused)
    expect(forbidden.asked).toEqual([])
  })

  test('a caller whose number is written to get at another address', async () => {
    await api.settings.set.mutate({ allowedHosts: [server.host] })
    const config = { url: `http://${server.host}/customers/{{ call.from }}?phone={{ call.from }}`, timeoutSeconds: 3 }
    const lookUp = { ask: { type: 'http', config, exits: { success: 'bye', error: 'bye' } }, bye: { type: 'hangup' } }
    await publish(flow('Look up', lookUp), '7118')
    await callThrough('7118', 'admin/x?y=')
    expect(server.asked.at(-1)).toBe('/customers/admin%2Fx%3Fy%3D?phone=admin%2Fx%3Fy%3D')
    // Some servers decode a path before they look where it leads.
    const before = server.asked.length
    await publish(flow('Look up again', lookUp), '7119')
    expect((await callThrough('7119', '../admin/x?y=')).path).toContain('ask error HTTP_URL_INVALID')
    expect(server.asked).toHaveLength(before)
  })

  test('nothing to say, a value that cannot be worked out, a number that nobody has', async () => {
    const document = flow(
      'Bad values',
      {
        silent: { type: 'play', config: { prompts: say('{{ flow.nothing }}') }, exits: { error: 'dots' } },
        dots: { type: 'play', config: { prompts: say('{{ "… !" }}') }, exits: { error: 'missing' } },
        missing: { type: 'condition', config: { branches: [{ id: '1', when: 'flow.answer.a.b == 1' }] }, exits: { error: 'nobody' } },
        nobody: { type: 'transfer', config: { target: '9990001' }, exits: { failed: 'bye' } },
        bye: { type: 'hangup' },
      },
      [
        { name: 'nothing', type: 'string' },
        { name: 'answer', type: 'json' },
      ],
    )
    await publish(document, '7102')
    expect(await callThrough('7102')).toEqual({
      path: [
        'start start',
        'silent error NOTHING_TO_SAY',
        'dots error NOTHING_TO_SAY',
        'missing error EXPRESSION_FAILED',
        'nobody failed',
        'bye $end',
      ],
      outcome: 'completed',
    })
  })

  test('a step that has no error exit: the caller hears an apology, and the call counts as failed with the code', async () => {
    const document = flow('No way out', { ask: { type: 'http', config: { url: `http://${forbidden.host}/` } } })
    await publish(document, '7103')
    const phone = await Phone.open({ port: product.sipPort })
    const call = await phone.call('7103')
    await call.ear.sound({ after: await call.answered })
    expect((await call.ended).by).toBe('them')
    await phone.close()
    const [trace] = await endedCalls(api, '7103', 1)
    expect(trace).toMatchObject({ outcome: 'failed', errorCode: 'HTTP_ADDRESS_REFUSED' })
    expect(trace && pathOf(trace)).toEqual(['start start', 'ask error', '$error done'])
  })
})

async function publish(document: FlowDocument, number: string): Promise<void> {
  const { flowId } = await api.flows.create.mutate({ name: document.name, kind: document.kind, document })
  await api.flows.publish.mutate({ flowId, revision: 1, note: '' })
  await api.numbers.assign.mutate({ number, flowId })
}

/** Calls, waits to be hung up on, and tells the way: `step outcome code`. */
async function callThrough(number: string, name?: string) {
  const phone = await Phone.open({ port: product.sipPort, ...(name === undefined ? {} : { name }) })
  const call = await phone.call(number)
  await call.answered
  expect((await call.ended).by).toBe('them')
  await phone.close()
  const [trace] = await endedCalls(api, number, 1)
  const steps = trace?.sessions[0]?.steps ?? []
  return {
    path: steps.map(({ path, outcome, errorCode }) => [path, outcome, errorCode].filter(Boolean).join(' ')),
    outcome: trace?.outcome,
  }
}
