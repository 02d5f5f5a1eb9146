import fc from 'fast-check'
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

  test('given a secret, then what it was written as is hidden as well', async () => {
    const { hidden } = await send({ url: 'https://a.example/?k={{ secret.K }}' }, { answers: [json({})], secrets: { K: 'p@ss/w' } })
    expect(hidden).toEqual(['p%40ss%2Fw'])
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

  test('given an answer without a body, then it is a success and its JSON is null', async () => {
    const config = { results: [{ variable: 'name', value: 'response.json' }] }
    const { result } = await send(config, { answers: [{ status: 204, body: '' }] })
    expect(result).toMatchObject({ outcome: 'success', assign: { name: null } })
    expect((await send({}, { answers: [{ status: 200, body: ' \n' }] })).result.outcome).toBe('success')
  })
})

describe('values in a request', () => {
  const anything = [{ name: 'v', type: 'json' as const }]
  const sent = async (config: object, v: unknown) => {
    const json = JSON.parse(JSON.stringify(v)) // as a variable holds it
    const { deeds, result } = await runStep(
      'http',
      { url: 'https://a.example/', ...config },
      { variables: anything, values: { v: json }, answers: [{ status: 204, body: '' }] },
    )
    const [deed] = deeds
    return deed?.did === 'request' ? deed.request : result
  }
  const request = async (config: object, v: unknown) => {
    const made = await sent(config, v)
    if (!('url' in made)) throw new Error(`not sent: ${made.error?.code}`)
    return made
  }
  const words = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('O"Neil', 'A","role":"admin', '+49 30', '../admin/x?y=#&', '\\"', '\u0000'),
  )
  const values = fc.oneof(words, fc.jsonValue())

  test('given any text inside a JSON string, then the body parses and has it there', async () => {
    await fc.assert(
      fc.asyncProperty(words, async (v) => {
        const body = (await request({ method: 'POST', body: '{"a": "x{{ flow.v }}y", "b": "{{ flow.v }}"}' }, v)).body ?? ''
        expect(JSON.parse(body)).toEqual({ a: `x${v}y`, b: v })
      }),
    )
  })

  test('given any value outside a JSON string, then it is JSON there', async () => {
    await fc.assert(
      fc.asyncProperty(values, async (v) => {
        const body = (await request({ method: 'POST', body: '{"s": "\\"{", "v": {{ flow.v }}, "w": [{{ flow.v }}]}' }, v)).body ?? ''
        const same = JSON.parse(JSON.stringify(v))
        expect(JSON.parse(body)).toEqual({ s: '"{', v: same, w: [same] })
      }),
    )
  })

  test('given any text in an address, then it is one segment or one parameter', async () => {
    await fc.assert(
      fc.asyncProperty(words, async (v) => {
        const made = await sent({ url: 'https://a.example/in/{{ flow.v }}/x?p={{ flow.v }}&q=1' }, v)
        if (!('url' in made)) {
          // Only these mean another folder however they are written, also to servers that decode a path first.
          expect(v.split(/[\\/]/).some((part) => part === '.' || part === '..')).toBe(true)
          expect(made).toMatchObject({ outcome: 'error', error: { code: 'HTTP_URL_INVALID' } })
          return
        }
        const url = new URL(made.url)
        const [, first, second, third, ...more] = url.pathname.split('/')
        expect([url.origin, first, decodeURIComponent(second ?? ''), third, more]).toEqual(['https://a.example', 'in', v, 'x', []])
        expect([...url.searchParams]).toEqual([
          ['p', v],
          ['q', '1'],
        ])
        expect(url.hash).toBe('')
      }),
      { examples: [['..'], ['.'], ['../admin'], ['a\\..']] },
    )
  })

  test('given a value that begins the address, then it is the address; one in the host leads nowhere else', async () => {
    expect((await request({ url: '{{ flow.v }}/x' }, 'http://crm.example:81/a')).url).toBe('http://crm.example:81/a/x')
    expect((await request({ url: 'https://{{ flow.v }}/x' }, 'crm.example:81')).url).toBe('https://crm.example:81/x')
    const { url } = await request({ url: 'https://{{ flow.v }}.crm.example/x' }, 'evil.example/')
    expect(URL.canParse(url)).toBe(false)
  })

  test('given blanks before a value that begins the address, then it is the address all the same', async () => {
    expect((await request({ url: ' {{ flow.v }}/x' }, 'http://crm.example')).url.trim()).toBe('http://crm.example/x')
  })

  test('given a form, then each value is one field of it', async () => {
    const headers = [{ name: 'Content-Type', value: 'application/x-www-form-urlencoded' }]
    await fc.assert(
      fc.asyncProperty(words, async (v) => {
        const { body } = await request({ method: 'POST', headers, body: 'a={{ flow.v }}&b=2' }, v)
        expect([...new URLSearchParams(body)]).toEqual([
          ['a', v],
          ['b', '2'],
        ])
      }),
    )
  })

  test('given XML or plain text, then a value is its content or just there', async () => {
    const as = (type: string) => ({ method: 'POST', headers: [{ name: 'content-type', value: type }], body: '<a>{{ flow.v }}</a>' })
    expect((await request(as('text/xml'), '</a>&')).body).toBe('<a>&#60;/a&#62;&#38;</a>')
    expect((await request(as('text/plain'), '</a>&')).body).toBe('<a></a>&</a>')
  })

  test('given line ends in a header, then it stays one header', async () => {
    const { headers } = await request({ headers: [{ name: 'X-Name', value: '{{ flow.v }}' }] }, 'a\r\nX-Role: admin')
    expect(headers).toEqual({ accept: 'application/json', 'x-name': 'a X-Role: admin' })
  })

  test('given secrets, then they are written as the place needs, and a path in one stays a path', async () => {
    const script = { secrets: { T: 'a"b', P: 'T0/B 1' }, answers: [{ status: 204, body: '' }] }
    const config = {
      method: 'POST',
      url: 'https://a.example/{{ secret.P }}?t={{ secret.P }}',
      body: '{"a": "{{ secret.T }}", "b": {{ secret.T }}}',
    }
    const { deeds, inputs } = await runStep('http', config, script)
    expect(deeds).toMatchObject([{ request: { url: 'https://a.example/T0/B%201?t=T0%2FB%201', body: '{"a": "a\\"b", "b": "a\\"b"}' } }])
    expect(inputs).toMatchObject([{ url: 'https://a.example/••••?t=••••', body: '{"a": "••••", "b": ••••}' }])
  })
})
