import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

/**
 * Content security policy of a page. Scripts need the request's nonce (Next puts it on its own inline scripts); styles may be
 * inline because React, Mantine and Monaco set them; nothing but this origin is ever contacted.
 */
export function contentSecurityPolicy(nonce: string, dev: boolean): string {
  return [
    "default-src 'self'",
    // In development React Refresh evaluates code.
    `script-src 'self' 'nonce-${nonce}'${dev ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "media-src 'self' blob: mediastream:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

const LOOPBACK = /^(?:::1$|(?:::ffff:)?127\.)/

/** Says truly where a request comes from: only a proxy on this machine may speak for others. */
export function stampAddress(request: IncomingMessage): void {
  const address = request.socket.remoteAddress ?? ''
  if (LOOPBACK.test(address) && request.headers['x-forwarded-for']) return
  request.headers['x-forwarded-for'] = address
  if (LOOPBACK.test(address)) return
  delete request.headers['x-forwarded-host']
  delete request.headers['x-forwarded-proto']
}

/** Sets the headers that every answer carries, and hands the nonce to the page's renderer. */
export function secure(request: IncomingMessage, response: ServerResponse, dev: boolean): void {
  const nonce = randomBytes(16).toString('base64')
  const policy = contentSecurityPolicy(nonce, dev)
  // Next reads the nonce from the request's policy; a client's own is overwritten here.
  request.headers['content-security-policy'] = policy
  request.headers['x-nonce'] = nonce
  // Lets the login guard come back to the page that was asked for.
  request.headers['x-path'] = request.url ?? '/'
  response.setHeader('Content-Security-Policy', policy)
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('X-Frame-Options', 'DENY')
  response.setHeader('Referrer-Policy', 'same-origin')
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
  response.setHeader('Permissions-Policy', 'microphone=(self), camera=(), geolocation=(), payment=()')
}
