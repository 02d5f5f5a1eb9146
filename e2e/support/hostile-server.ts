import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A web server that behaves as badly as servers do; each path in its own way. */
export interface HostileServer {
  /** `127.0.0.1:<port>`. */
  readonly host: string
  /** Paths that were asked for, in order, with their query. */
  readonly asked: readonly string[]
  close(): Promise<void>
}

const MEGABYTE = Buffer.alloc(1024 * 1024, 'x')

const ways: Readonly<Record<string, (response: ServerResponse) => void>> = {
  /** Takes the request and says nothing. */
  '/silent': () => {},
  /** An answer that goes on for ever, one letter at a time. */
  '/endless': (response) => {
    response.writeHead(200)
    const drip = setInterval(() => response.write('x'), 50)
    response.once('close', () => clearInterval(drip))
  },
  /** As much as anyone takes. */
  '/flood': (response) => {
    response.writeHead(200)
    const more = () => {
      while (!response.destroyed && response.write(MEGABYTE));
    }
    response.on('drain', more)
    more()
  },
  '/50mb': (response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': 50 * MEGABYTE.length })
    let left = 50
    const more = () => {
      while (left > 0 && !response.destroyed) {
        left--
        if (!response.write(MEGABYTE)) return
      }
      response.end()
    }
    response.on('drain', more)
    more()
  },
}

/** @example const server = await openHostileServer(); `http://${server.host}/endless` */
export async function openHostileServer(): Promise<HostileServer> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const url = request.url ?? '/'
    asked.push(url)
    response.on('error', () => {})
    const way = ways[url.split('?')[0] ?? '']
    if (way) way(response)
    else response.end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A TCP server's address, as it listens on one.
  const { port } = server.address() as AddressInfo
  return {
    host: `127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
