import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { helloDocument, seedDraftFlow } from '@/prisma/testing/seeds'
import { type TestServer, testServer } from '../testing/test-server'

interface Answer {
  readonly status: number
  readonly problem?: { readonly code: string; readonly message: string; readonly params?: unknown }
  readonly text: string
}

describe('the API over HTTP', { timeout: 60_000 }, () => {
  let server: TestServer
  let cookie: string
  let flowId: string
  beforeAll(async () => {
    server = await testServer()
    cookie = await server.signIn(await server.person('administrator'))
    flowId = (await seedDraftFlow(server.prisma)).flowId
  }, 60_000)
  afterAll(() => server.remove())

  async function post(path: string, json: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return send(path, typeof json === 'string' ? json : JSON.stringify({ json }), headers)
  }
  async function send(path: string, body: string, headers: Record<string, string>): Promise<Answer> {
    const request = new Request(`http://patchbay.local/api/trpc/${path}`, {
      method: 'POST',
      body,
      headers: { cookie, 'content-type': 'application/json', ...headers },
    })
    const response = await server.trpc(request)
    const text = await response.text()
    const answer = JSON.parse(text) as { error?: { json: { data: { problem: Answer['problem'] } } } } // tRPC's answers
    return { status: response.status, text, problem: answer.error?.json.data.problem }
  }
  const save = (document: unknown) => post('flows.saveDraft', { flowId, document, baseRevision: 1 })

  it('says which field is not valid', async () => {
    expect(await post('users.create', { name: 'X', email: 'no-address', role: 'agent' })).toMatchObject({
      status: 400,
      problem: { code: 'INPUT_INVALID', params: { field: 'email', rule: 'form' } },
    })
    expect((await post('users.create', { name: '', email: 'a@b.example', role: 'agent' })).problem?.params).toMatchObject({
      field: 'name',
      rule: 'missing',
    })
  })

  it('refuses a body that is no JSON, and one that is huge', async () => {
    expect(await post('flows.saveDraft', '{"json":{')).toMatchObject({ status: 400, problem: { code: 'INPUT_INVALID' } })
    expect(await post('flows.saveDraft', 'x'.repeat(13 * 1024 * 1024))).toMatchObject({ status: 413, problem: { code: 'INPUT_TOO_LARGE' } })
  })

  it('refuses requests from other sites', async () => {
    const foreign: Record<string, string>[] = [{ origin: 'http://evil.example' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }]
    for (const headers of foreign) {
      expect(await post('me.setLocale', { locale: 'en' }, headers)).toMatchObject({ status: 403, problem: { code: 'FORBIDDEN' } })
    }
    expect((await post('me.setLocale', { locale: 'en' }, { origin: 'http://patchbay.local', host: 'patchbay.local' })).status).toBe(200)
  })

  it.each([
    ['DOCUMENT_INVALID', () => ({ nonsense: true })],
    ['DOCUMENT_INVALID', () => ({ ...hello(), nodes: [{ id: 'a b' }] })],
    ['DOCUMENT_TOO_NEW', () => ({ ...hello(), schemaVersion: 99 })],
    ['DOCUMENT_TOO_OLD', () => ({ ...hello(), schemaVersion: -1 })],
    ['DOCUMENT_TOO_LARGE', () => ({ ...hello(), notes: [{ id: 'n', text: 'x'.repeat(10 * 1024 * 1024) }] })],
  ])('refuses a draft with %s and keeps the one that is there', async (code, document) => {
    const { status, problem, text } = await save(document())
    expect([problem?.code, status]).toEqual([code, code === 'DOCUMENT_TOO_LARGE' ? 413 : 400])
    expect(text.length).toBeLessThan(2000)
    expect((await server.machine.flows.get({ flowId })).draft.revision).toBe(1)
  })

  it('keeps a draft with errors: work in progress is not lost', async () => {
    const doubled = { ...hello(), nodes: [...hello().nodes, ...hello().nodes] }
    const circular = { ...hello(), edges: [...hello().edges, { from: 'hello', outcome: 'error', to: 'hello' }] }
    const { flowId: other } = await seedDraftFlow(server.prisma)
    expect((await post('flows.saveDraft', { flowId: other, document: doubled, baseRevision: 1 })).status).toBe(200)
    expect(await post('flows.publish', { flowId: other, revision: 2, note: '' })).toMatchObject({
      status: 422,
      problem: { code: 'FLOW_HAS_ERRORS' },
    })
    expect((await post('flows.saveDraft', { flowId: other, document: circular, baseRevision: 2 })).status).toBe(200)
    expect(await post('flows.publish', { flowId: other, revision: 3, note: '' })).toMatchObject({ status: 200 })
  })

  it('tells nothing of what broke inside', async () => {
    const { prisma } = server
    const broken = {
      ...server.container,
      services: {
        ...server.services,
        prisma: new Proxy(prisma, {
          get: () => {
            throw new Error('password=hunter2')
          },
        }),
      },
    }
    const { handleTrpc } = await import('./trpc')
    const response = await handleTrpc(new Request('http://patchbay.local/api/trpc/flows.list', { headers: { cookie } }), broken)
    const text = await response.text()
    expect(response.status).toBe(500)
    expect(text).toContain('"UNEXPECTED"')
    expect(text).not.toContain('hunter2')
    expect(text).not.toContain('stack')
  })
})

const hello = () => helloDocument() as { readonly nodes: readonly object[]; readonly edges: readonly object[] } // a document
