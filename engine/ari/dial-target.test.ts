import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Ari } from './ari'
import { dialEndpoint } from './dial-target'
import { AsteriskDouble } from './testing/asterisk-double'

const contacts = (value: string) => ({ 'GET /channels/c1/variable': { status: 200, body: { value } } })
const phone = (number: string) => ({ [`GET /endpoints/PJSIP/${number}`]: { status: 200, body: { state: 'online' } } })
const resolve = (rules: ConstructorParameters<typeof AsteriskDouble>[0], target: Parameters<typeof dialEndpoint>[2]) =>
  dialEndpoint(new Ari(new AsteriskDouble(rules)), 'c1', target, (number) => number === '7001')

describe('where a transfer goes', () => {
  it('given a registered phone, then it is rung', async () => {
    const rules = { ...phone('1001'), ...contacts('PJSIP/1001/sip:1001@127.0.0.1:5062') }
    expect(await resolve(rules, { kind: 'extension', number: '1001' })).toEqual({ ok: true, value: 'PJSIP/1001' })
  })

  it('given a phone on two devices, then both are rung', async () => {
    const rules = { ...phone('1001'), ...contacts('PJSIP/1001/sip:a&PJSIP/1001/sip:b') }
    expect(await resolve(rules, { kind: 'extension', number: '1001' })).toEqual({ ok: true, value: 'Local/1001@patchbay-out/n' })
  })

  it('given a phone that is not registered, then it cannot be rung, and no flow or line is rung in its place', async () => {
    const rules = { ...phone('7001'), ...contacts('') }
    expect(await resolve(rules, { kind: 'number', number: '7001' })).toMatchObject({ ok: false, error: { code: 'DIAL_FAILED' } })
  })

  it('given a flow’s number, then the flow is called', async () => {
    expect(await resolve({}, { kind: 'number', number: '7001' })).toEqual({ ok: true, value: 'Local/7001@patchbay-in' })
  })

  it('given any other number, then the line outside is taken, if there is one', async () => {
    expect(await resolve(phone('pb-trunk'), { kind: 'number', number: '+49 (30) 1234-5' })).toEqual({
      ok: true,
      value: 'PJSIP/+493012345@pb-trunk',
    })
    expect(await resolve({}, { kind: 'number', number: '030123' })).toMatchObject({ ok: false, error: { code: 'DIAL_FAILED' } })
  })

  it.each([
    ['sip:bob@example.com', 'PJSIP/pb-uri/sip:bob@example.com'],
    ['bob@example.com:5070', 'PJSIP/pb-uri/sip:bob@example.com:5070'],
    ['sips:bob@[2001:db8::1];transport=tls', 'PJSIP/pb-uri/sips:bob@[2001:db8::1];transport=tls'],
  ])('given the address %s, then it is rung', async (uri, endpoint) => {
    expect(await resolve({}, { kind: 'uri', uri })).toEqual({ ok: true, value: endpoint })
  })

  it.each(['sip:a@b&PJSIP/1002', 'sip:a@b,30,t', 'sip:a b@c', 'tel:123', 'sip:', 'sip:a@b;x=y', 'sip:a@b\r\nX: 1'])(
    'given %j, then nothing is rung',
    async (uri) => {
      expect(await resolve({}, { kind: 'uri', uri })).toMatchObject({ ok: false, error: { code: 'DIAL_FAILED' } })
    },
  )

  it('given any text as a number, then nothing but letters, digits and keys gets into the dial string', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), async (number) => {
        const endpoint = await resolve(phone('pb-trunk'), { kind: 'number', number })
        if (endpoint.ok) expect(endpoint.value).toMatch(/^(PJSIP\/[+*#0-9A-Za-z]+@pb-trunk|Local\/7001@patchbay-in)$/)
      }),
    )
  })

  it('given Asterisk is away, then that is said', async () => {
    const down = { ok: false, error: { code: 'TELEPHONY_DOWN', message: '' } } as const
    expect(await resolve({ 'GET /endpoints/PJSIP/1001': down }, { kind: 'extension', number: '1001' })).toEqual(down)
  })
})
