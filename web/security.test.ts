import type { IncomingMessage, ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy, secure, stampAddress } from './security'

function exchange(headers: Record<string, string>, remoteAddress = '192.0.2.9') {
  const request = { headers, url: '/calls?flow=1', socket: { remoteAddress } } as unknown as IncomingMessage // the members that are read
  const sent = new Map<string, string>()
  const response = { setHeader: (name: string, value: string) => sent.set(name, value) } as unknown as ServerResponse // likewise
  return { request, response, sent }
}

describe('security headers', () => {
  it('given a page, then scripts need this request’s nonce and nothing else may be contacted', () => {
    const { request, response, sent } = exchange({})
    secure(request, response, false)
    const policy = sent.get('Content-Security-Policy') ?? ''
    const nonce = String(request.headers['x-nonce'])
    expect(nonce.length).toBeGreaterThan(20)
    expect(policy).toContain(`script-src 'self' 'nonce-${nonce}'`)
    expect(policy).not.toMatch(/script-src[^;]*unsafe/)
    expect(policy).toContain("connect-src 'self';")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(sent.get('X-Content-Type-Options')).toBe('nosniff')
  })

  it('given a client that sends a policy of its own, then its nonce is not used', () => {
    const { request, response } = exchange({ 'content-security-policy': "script-src 'nonce-evil'", 'x-nonce': 'evil' })
    secure(request, response, false)
    expect(request.headers['content-security-policy']).not.toContain('evil')
    expect(request.headers['x-nonce']).not.toBe('evil')
  })

  it('given production, then code is not evaluated; given development, then React Refresh may', () => {
    expect(contentSecurityPolicy('n', false)).not.toContain("'unsafe-eval'")
    expect(contentSecurityPolicy('n', true)).toContain("'unsafe-eval'")
  })
})

describe('stampAddress', () => {
  it('given a stranger who claims another address, then its own counts and its other claims are dropped', () => {
    const { request } = exchange({ 'x-forwarded-for': '10.0.0.1', 'x-forwarded-host': 'evil', 'x-forwarded-proto': 'https' })
    stampAddress(request)
    expect(request.headers).toEqual({ 'x-forwarded-for': '192.0.2.9' })
  })

  it('given a proxy on this machine, then what it says is kept', () => {
    const headers = { 'x-forwarded-for': '203.0.113.4', 'x-forwarded-host': 'pbx.example', 'x-forwarded-proto': 'https' }
    const { request } = exchange({ ...headers }, '::ffff:127.0.0.1')
    stampAddress(request)
    expect(request.headers).toEqual(headers)
  })
})
