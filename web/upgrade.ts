import type { IncomingMessage } from 'node:http'
import { request } from 'node:http'
import type { Duplex } from 'node:stream'

/** Answers a failed upgrade with a bare HTTP status and closes. */
export function refuse(socket: Duplex, status: 401 | 403 | 404 | 502, reason: string): void {
  socket.end(`HTTP/1.1 ${status} ${reason}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

/**
 * Pipes a WebSocket upgrade to `path` on a Unix socket, byte for byte, until either end closes.
 * 502 when nobody listens there or the other side does not upgrade.
 */
export function pipeUpgrade(incoming: IncomingMessage, socket: Duplex, head: Buffer, target: { socketPath: string; path: string }): void {
  const { cookie: _cookie, host: _host, ...headers } = incoming.headers
  const outgoing = request({ socketPath: target.socketPath, path: target.path, method: 'GET', headers: { ...headers, host: 'engine' } })
  const fail = () => refuse(socket, 502, 'Bad Gateway')
  socket.once('error', () => outgoing.destroy())
  socket.once('close', () => outgoing.destroy())
  outgoing.once('error', fail)
  outgoing.once('response', (response) => {
    response.resume()
    fail()
  })
  outgoing.once('upgrade', (response, upstream, upstreamHead) => {
    outgoing.off('error', fail)
    const lines = [`HTTP/1.1 101 ${response.statusMessage ?? 'Switching Protocols'}`]
    for (let i = 0; i + 1 < response.rawHeaders.length; i += 2) lines.push(`${response.rawHeaders[i]}: ${response.rawHeaders[i + 1]}`)
    socket.write(`${lines.join('\r\n')}\r\n\r\n`)
    if (upstreamHead.length > 0) socket.write(upstreamHead)
    if (head.length > 0) upstream.write(head)
    // Either end gone, in whatever way, ends the other.
    const close = () => {
      upstream.destroy()
      socket.destroy()
    }
    for (const end of [upstream, socket]) end.on('error', close).on('close', close)
    upstream.pipe(socket).pipe(upstream)
  })
  outgoing.end()
}
