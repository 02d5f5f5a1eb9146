import { createHash } from 'node:crypto'
import { token } from './sip-socket'

const md5 = (text: string): string => createHash('md5').update(text).digest('hex')

/** The answer to a `WWW-Authenticate: Digest …` challenge (RFC 2617, MD5, qop=auth if offered). */
export function answerChallenge(challenge: string, method: string, uri: string, login: { username: string; password: string }): string {
  const read = (name: string) => new RegExp(`${name}="?([^",]+)`).exec(challenge)?.[1] ?? ''
  const realm = read('realm')
  const nonce = read('nonce')
  const opaque = read('opaque')
  const secret = md5(`${login.username}:${realm}:${login.password}`)
  const request = md5(`${method}:${uri}`)
  const parts = [`username="${login.username}"`, `realm="${realm}"`, `nonce="${nonce}"`, `uri="${uri}"`, 'algorithm=MD5']
  if (opaque) parts.push(`opaque="${opaque}"`)
  if (/qop="?[^"]*auth/.test(challenge)) {
    const cnonce = token()
    parts.push(
      'qop=auth',
      'nc=00000001',
      `cnonce="${cnonce}"`,
      `response="${md5(`${secret}:${nonce}:00000001:${cnonce}:auth:${request}`)}"`,
    )
  } else {
    parts.push(`response="${md5(`${secret}:${nonce}:${request}`)}"`)
  }
  return `Digest ${parts.join(', ')}`
}
