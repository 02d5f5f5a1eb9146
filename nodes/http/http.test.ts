import { describe, expect, test } from 'vitest'
import { runStep } from '../testing/run-step'

const variables = [
  { name: 'id', type: 'string' as const },
  { name: 'name', type: 'json' as const },
]
const url = 'https://crm.example/customers/{{ flow.id }}'
const send = (config: object, script: Parameters<typeof runStep>[2]) =>
  runStep('http', { url, ...config }, { variables, values: { id: '7' }, ...script })
const json = (value: unknown, status = 200) => ({ status, body: JSON.stringify(value) })

describe('HTTP request', () => {
  test('given an answer, then what the flow wants of it is kept', async () => {
    const { result, deeds } = await send(
      { results: [{ variable: 'name', value: 'response.json.name' }] },
      { answers: [json({ name: 'Ann' })] },
    )
    expect(result).toMatchObject({ outcome: 'success', assign: { name: 'Ann' }, output: { status: 200, tries: 1 } })
    expect(deeds).toMatchObject([
      { request: { method: 'GET', url: 'https://crm.example/customers/7', timeoutMs: 8000, idempotencyKey: 's1:1' } },
    ])
  })

  test('given a secret, then it is sent, and the trace has dots', async () => {
    const headers = [{ name: 'Authorization', value: 'Bearer {{ secret.TOKEN }}' }]
    const { deeds, inputs } = await send({ headers }, { answers: [json({})], secrets: { TOKEN: 'hush' } })
    expect(deeds).toMatchObject([{ request: { headers: { authorization: 'Bearer hush' } } }])
    expect(JSON.stringify(inputs)).toContain('Bearer ••••')
    expect(JSON.stringify(inputs)).not.toContain('hush')
  })

  test('given a secret that there is not, then nothing is sent', async () => {
    const { result, did } = await send({ headers: [{ name: 'A', value: '{{ secret.NONE }}' }] }, {})
    expect(result).toMatchObject({ outcome: 'error', error: { code: 'SECRET_MISSING' } })
    expect(did).toEqual([])
  })

  test('given a body, then it is sent as JSON, and never with GET', async () => {
    const post = await send({ method: 'POST', body: '{"id": "{{ flow.id }}"}' }, { answers: [json({})] })
    expect(post.deeds).toMatchObject([{ request: { body: '{"id": "7"}', headers: { 'content-type': 'application/json' } } }])
    const get = await send({ method: 'GET', body: 'x' }, { answers: [json({})] })
    expect(get.deeds[0]).not.toHaveProperty('request.body')
  })

  test.each([
    [{ status: 404, body: '' }, 'http-error', 'HTTP_STATUS'],
    [{ status: 200, body: '<html>' }, 'error', 'HTTP_NOT_JSON'],
    [{ code: 'HTTP_TIMEOUT', message: 'too slow' } as const, 'timeout', 'HTTP_TIMEOUT'],
    [{ code: 'HTTP_ADDRESS_REFUSED', message: 'private' } as const, 'error', 'HTTP_ADDRESS_REFUSED'],
  ])('given %j, then it leaves by %s', async (answer, outcome, code) => {
    expect((await send({}, { answers: [answer] })).result).toMatchObject({ outcome, error: { code } })
  })

  test('given a server in trouble, then it tries again after longer and longer pauses', async () => {
    const { result, deeds } = await send(
      { retries: 2 },
      { answers: [{ status: 503 }, { code: 'HTTP_UNREACHABLE', message: '' }, json({})] },
    )
    expect(result).toMatchObject({ outcome: 'success', output: { tries: 3 } })
    expect(deeds.flatMap((deed) => (deed.did === 'sleep' ? [deed.ms] : []))).toEqual([500, 1000])
  })

  test('given what another try cannot mend, then there is none', async () => {
    expect((await send({ retries: 5 }, { answers: [{ status: 400 }] })).result.output).toMatchObject({ tries: 1 })
  })

  test('given a result that cannot be worked out, then it fails and the trace has the answer', async () => {
    const { result } = await send({ results: [{ variable: 'name', value: 'response.json.a.b' }] }, { answers: [json({})] })
    expect(result).toMatchObject({ outcome: 'error', error: { code: 'EXPRESSION_FAILED' }, output: { status: 200 } })
  })

  test('given text that is no JSON and need not be, then it is there as text', async () => {
    const config = { expectsJson: false, results: [{ variable: 'name', value: 'response.text' }] }
    expect((await send(config, { answers: [{ body: 'hi' }] })).result.assign).toEqual({ name: 'hi' })
  })
})
