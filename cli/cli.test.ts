import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestServer, testServer } from '@/app/server/testing/test-server'
import { helloDocument, seedCall, seedPublishedFlow } from '@/prisma/testing/seeds'
import { patchbay } from './testing/run-cli'

describe('patchbay', { timeout: 60_000 }, () => {
  let server: TestServer
  let folder: string
  let hello: string
  beforeAll(async () => {
    server = await testServer()
    folder = mkdtempSync(join(tmpdir(), 'cli-'))
    hello = join(folder, 'hello.flow.json')
    writeFileSync(hello, JSON.stringify(helloDocument('Hello CLI')))
  }, 60_000)
  afterAll(async () => {
    await server.remove()
    rmSync(folder, { recursive: true })
  })
  const here = (...args: string[]) => patchbay('--data', server.dataFolder, ...args)

  describe('flow validate', () => {
    const nowhere = (...args: string[]) => patchbay('--data', join(folder, 'nowhere'), 'flow', 'validate', ...args)

    it('needs no installation and makes none', async () => {
      expect(await nowhere(hello)).toMatchObject({ code: 0, out: '1 checked, 0 errors\n' })
      expect(existsSync(join(folder, 'nowhere'))).toBe(false)
    })

    it('prints findings with file, node and code, and ends with 1', async () => {
      const file = join(folder, 'bad.flow.json')
      const document = helloDocument() as { nodes: { id: string; type: string }[] } // a document
      writeFileSync(
        file,
        JSON.stringify({ ...document, nodes: document.nodes.map((node) => (node.id === 'hello' ? { ...node, type: 'teleport' } : node)) }),
      )
      const { code, out } = await nowhere(file, hello)
      expect(code).toBe(1)
      expect(out).toMatch(new RegExp(`^${file}:hello:PB104 error .+teleport`))
      expect(out).toMatch(/2 checked, \d+ errors?\n$/)
      const [first, second] = (await nowhere(file, hello, '--json')).json<
        { file: string; diagnostics: { code: string; nodeId: string }[] }[]
      >()
      expect(first?.diagnostics[0]).toMatchObject({ code: 'PB104', nodeId: 'hello' })
      expect(second).toMatchObject({ file: hello, diagnostics: [] })
    })

    it('takes modules as they are where nobody can be asked, and asks the installation where there is one', async () => {
      const file = join(folder, 'caller.flow.json')
      const { nodes, edges, ...rest } = helloDocument('Caller') as { nodes: object[]; edges: object[] } // a document
      const run = { id: 'run', type: 'run-module', version: 1, config: { module: 'nobody' }, position: { x: 0, y: 300 } }
      const leads = { from: 'run', outcome: 'yes', to: 'hello' }
      writeFileSync(file, JSON.stringify({ ...rest, nodes: [...nodes, run], edges: [...edges, leads] }))
      const alone = await nowhere(file, '--json')
      expect(alone.json<{ diagnostics: { code: string }[] }[]>()[0]?.diagnostics.map(({ code }) => code)).toEqual(['PB301'])
      expect(alone.code).toBe(0)
      expect(await here('flow', 'validate', file)).toMatchObject({ code: 1, out: expect.stringContaining(':run:PB208 error') })
      expect((await here('flow', 'validate', file, '--offline')).code).toBe(0)
    })

    it('says what is wrong with a file that is no flow, and ends with 2 for one that is not there', async () => {
      const file = join(folder, 'words.json')
      writeFileSync(file, 'just words')
      expect(await nowhere(file)).toMatchObject({ code: 1, out: expect.stringContaining(`${file}:DOCUMENT_NOT_JSON error`) })
      expect((await nowhere(join(folder, 'missing.json'))).code).toBe(2)
      expect((await patchbay('flow', 'validate')).code).toBe(2)
    })
  })

  it('refuses to import what is no flow as a finding, as JSON where that is asked for; a missing file is wrong usage', async () => {
    const file = join(folder, 'bad.json')
    writeFileSync(file, '{"schemaVersion":1,')
    const { code, json } = await here('flow', 'import', file, '--json')
    expect([code, json()]).toEqual([1, { error: expect.objectContaining({ code: 'DOCUMENT_NOT_JSON' }), diagnostics: [] }])
    expect((await here('flow', 'import', join(folder, 'missing.json'))).code).toBe(2)
  })

  it('takes a flow from file to call: import, publish, assign, list, roll back, export', async () => {
    const { flowId } = (await here('flow', 'import', hello, '--json')).json<{ flowId: string }>()
    expect(await here('flow', 'publish', 'Hello CLI', '-m', 'first')).toMatchObject({
      code: 0,
      out: 'Published “Hello CLI” as version 1\n',
    })
    expect((await here('number', 'assign', '7001', 'Hello CLI')).out).toBe('7001 is answered by “Hello CLI”\n')
    expect((await here('flow', 'list')).out).toMatch(new RegExp(`${flowId} +Hello CLI +ivr +live +1 +7001`))
    writeFileSync(hello, JSON.stringify(helloDocument('Hello CLI', 'Good day.')))
    expect((await here('flow', 'import', hello, '--into', '7001')).out).toContain('revision 2')
    await here('flow', 'publish', flowId)
    expect((await here('flow', 'rollback', '7001', '1')).out).toBe('Calls to “Hello CLI” now run version 1\n')
    expect((await here('flow', 'versions', '7001')).out).toMatch(/^VERSION +LIVE .*\n2 .*\n1 +live .* first$/m)

    const exported = join(folder, 'exported.flow.json')
    await here('flow', 'export', '7001', exported)
    const text = readFileSync(exported, 'utf8')
    expect(text).toContain('"Good day."')
    expect((await here('flow', 'validate', exported)).code).toBe(0)
    expect((await here('flow', 'export', '7001')).out).toBe(text)
    expect((await here('flow', 'export', '7001', '--version-number', '1')).out).toContain('"Hello."')
    expect((await here('number', 'unassign', '7001')).code).toBe(0)
    expect((await here('audit')).code).toBe(2)
  })

  it('refuses to publish a flow with errors, prints its findings, and ends with 1', async () => {
    const file = join(folder, 'unfinished.flow.json')
    const document = helloDocument('Unfinished') as { nodes: { id: string }[] } // a document
    writeFileSync(
      file,
      JSON.stringify({ ...document, nodes: document.nodes.map((node) => (node.id === 'hello' ? { ...node, config: {} } : node)) }),
    )
    await here('flow', 'import', file)
    const { code, out, err } = await here('flow', 'publish', 'Unfinished')
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(/^flow:hello:PB\d+ error .+\n(.+\n)*FLOW_HAS_ERRORS: /)
    expect((await here('flow', 'publish', 'Unfinished', '--json')).json()).toMatchObject({
      error: { code: 'FLOW_HAS_ERRORS' },
      diagnostics: [{ nodeId: 'hello' }],
    })
  })

  it('lists calls by what one looks for, and shows one with its trace', async () => {
    const { versionId } = await seedPublishedFlow(server.prisma, helloDocument('Traced'))
    const call = await seedCall(server.prisma, versionId, {
      from: '100',
      fromName: '王小明',
      to: '7009',
      startedAt: new Date('2026-03-01T12:00:00Z'),
    })
    await seedCall(server.prisma, versionId, { to: '7008', outcome: 'failed', errorCode: 'HTTP_TIMEOUT' })
    const ids = async (...filter: string[]) =>
      (await here('calls', 'list', '--json', ...filter)).json<{ interactionId: string }[]>().map((item) => item.interactionId)
    expect(await ids('--number', '7009')).toEqual([call.interactionId])
    expect(await ids('--to', '2026-03-02', '--flow', 'Traced')).toEqual([call.interactionId])
    expect(await ids('--errors')).not.toContain(call.interactionId)
    expect(await ids('--limit', '1')).toHaveLength(1)
    expect((await here('calls', 'list')).out).toMatch(/7008 .*HTTP_TIMEOUT/)
    expect((await here('calls', 'list', '--number', '1')).out).toBe('There are no such calls.\n')
    const shown = (await here('calls', 'show', call.interactionId, '--trace')).out
    expect(shown).toContain('100 (王小明) → 7009')
    expect(shown).toMatch(/2 +hello +play +done +5\.0 s .*\{"said":1\}/)
    expect((await here('calls', 'show', call.interactionId, '--json')).json()).toMatchObject({
      sessions: [{ steps: [{ visit: 1 }, { visit: 2 }] }],
    })
    for (const wrong of [
      ['--limit', '0'],
      ['--limit', 'x'],
      ['--outcome', 'great'],
      ['--from', 'yesterday'],
    ]) {
      expect((await here('calls', 'list', ...wrong)).code).toBe(2)
    }
    expect(await here('calls', 'show', 'none')).toMatchObject({ code: 1, err: 'NOT_FOUND: This call is not there.\n' })
  })

  it('makes accounts, whose passwords sign in, and records who did it', async () => {
    const made = (await here('user', 'create', 'ann@test.local', '--name', 'Ann', '--role', 'auditor', '--json')).json<{
      password: string
    }>()
    expect(await server.signIn({ email: 'ann@test.local' }, made.password)).toContain('session_token')
    const reset = (await here('user', 'reset-password', 'ANN@test.local')).out
    expect(await server.signIn({ email: 'ann@test.local' }, reset.trim().split(' ').at(-1))).toContain('session_token')
    expect((await here('user', 'list')).out).toMatch(/ann@test\.local +Ann +auditor/)
    expect((await here('user', 'create', 'bob@test.local', '--name', 'Bob', '--role', 'king')).code).toBe(2)
    expect((await here('user', 'create', 'bob@test.local')).code).toBe(2)
    expect((await here('user', 'reset-password', 'nobody@test.local')).code).toBe(2)
    expect(await here('user', 'create', 'ann@test.local', '--name', 'Again')).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^NAME_TAKEN: /),
    })
    expect((await server.machine.audit.list({ action: 'user.create', limit: 1 })).items[0]?.actorName).toMatch(/\(command line\)$/)
  })

  it('takes a wrong folder for a mistake, and makes nothing in it', async () => {
    const wrong = join(folder, 'wrong')
    const { code, err } = await patchbay('--data', wrong, 'flow', 'list')
    expect([code, err]).toEqual([2, expect.stringContaining(`There is no Patchbay in ${wrong}`)])
    expect(readdirSync(folder)).not.toContain('wrong')
  })

  it.each([['--help'], ['flow', '--help'], ['calls', 'list', '--help']])('explains itself: %s', async (...args) => {
    expect(await patchbay(...args)).toMatchObject({ code: 0, out: expect.stringContaining('Usage: patchbay') })
  })

  it.each([[], ['flow'], ['sing'], ['flow', 'list', '--loudly'], ['number', 'assign', '7001']])('ends with 2 for %j', async (...args) => {
    expect((await here(...(args as string[]))).code).toBe(2) // the table's rows
  })

  describe('from elsewhere', () => {
    let url: string
    let http: ReturnType<typeof createServer>
    beforeAll(async () => {
      http = createServer(async (request, response) => {
        const chunks: Buffer[] = []
        for await (const chunk of request) chunks.push(chunk)
        const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)] as [string, string])
        const answer = await server.trpc(
          new Request(`http://${request.headers.host}${request.url}`, {
            method: request.method,
            headers,
            ...(chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}),
          }),
        )
        response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(Buffer.from(await answer.arrayBuffer()))
      })
      await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
      url = `http://127.0.0.1:${(http.address() as AddressInfo).port}` // it listens on TCP
    })
    afterAll(() => {
      http.closeAllConnections()
      http.close()
    })

    it('works with a token, within its owner’s role', async () => {
      const { token } = await server.as(await server.person('analyst')).tokens.create({ name: 'ci' })
      const there = (...args: string[]) => patchbay('--url', url, '--token', token, ...args)
      writeFileSync(hello, JSON.stringify(helloDocument('From elsewhere')))
      expect((await there('flow', 'import', hello)).out).toContain('Imported “From elsewhere”')
      expect(await there('flow', 'publish', 'From elsewhere')).toMatchObject({ code: 1, err: expect.stringMatching(/^FORBIDDEN: /) })
      expect((await there('user', 'list', '--json')).json()).toMatchObject({ error: { code: 'FORBIDDEN' } })
    })

    it('says when the token is wrong or missing, and when nobody answers', async () => {
      expect(await patchbay('--url', url, '--token', 'pb_wrong', 'flow', 'list')).toMatchObject({
        code: 1,
        err: 'UNAUTHENTICATED: Sign in first.\n',
      })
      expect((await patchbay('--url', url, 'flow', 'list')).err).toContain('needs a token')
      expect(await patchbay('--url', 'http://127.0.0.1:9', '--token', 'pb_x', 'flow', 'list')).toMatchObject({
        code: 1,
        err: expect.stringContaining('could not be reached'),
      })
      expect((await patchbay('--url', 'patchbay', '--token', 'x', 'flow', 'list')).code).toBe(2)
      expect((await patchbay('--url', url, '--token', 'x', 'backup', 'x')).code).toBe(2)
    })
  })
})
