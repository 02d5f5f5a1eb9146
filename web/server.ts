/** The web process: Next behind our own HTTP server, so that pages, API and the phone's SIP share one origin. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import { fileURLToPath } from 'node:url'
import next from 'next'
import { whileAllowed } from '@/app/server/events/access'
import { CONTROL_SOCKET } from '@/engine/control/protocol'
import { readEnvironment } from './environment'
import { listen } from './listen'
import { secure, stampAddress } from './security'
import { mayUsePhone } from './session'
import { pipeUpgrade, refuse } from './upgrade'

/** How long open requests may finish after Ctrl-C before they are cut. */
const GRACE_MS = 3000

function giveUp(message: string): never {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}

const read = readEnvironment(process.env)
if (!read.ok) giveUp(read.error.message)
const { port, host, dataFolder, dev } = read.value

// Both `web/server.ts` and its bundle `dist/web.mjs` lie one folder below the root.
const dir = fileURLToPath(new URL('..', import.meta.url))
const engine = { socketPath: join(dataFolder, CONTROL_SOCKET), path: '/sip' }
const self = `http://${host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '[::1]' : host}:${port}`

// Next would add its own upgrade listener to the server it is given; this one never listens, so that ours decides first.
const upgrades = createServer()
const app = next({ dev, dir, hostname: host, port, httpServer: upgrades })
let prepared = () => {}
/** Requests that come while Next starts wait for it. */
const ready = new Promise<void>((resolve) => {
  prepared = resolve
})

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  stampAddress(request)
  secure(request, response, dev)
  await ready
  await app.getRequestHandler()(request, response)
}

async function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', self)
  if (pathname !== '/sip') {
    // In development Next tells pages of changed sources this way.
    if (dev) upgrades.emit('upgrade', request, socket, head)
    else refuse(socket, 404, 'Not Found')
    return
  }
  await ready
  const answer = await mayUsePhone(request, self)
  // The page may have gone meanwhile; its `close` has been told already.
  if (socket.destroyed) return
  if (answer === 'no-login') refuse(socket, 401, 'Unauthorized')
  else if (answer === 'no-permission') refuse(socket, 403, 'Forbidden')
  else if (answer === 'unknown') refuse(socket, 502, 'Bad Gateway')
  else {
    pipeUpgrade(request, socket, head, engine)
    const may = async () => ['yes', 'unknown'].includes(await mayUsePhone(request, self))
    socket.once(
      'close',
      whileAllowed(may, () => socket.destroy()),
    )
  }
}

/** Next answers its own errors; what comes here is a fault of this file, and must not end the process. */
function report(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
}

const server = createServer((request, response) => {
  serve(request, response).catch((error: unknown) => {
    report(error)
    if (!response.headersSent) response.writeHead(500)
    response.end()
  })
})
server.on('upgrade', (request, socket, head) => {
  socket.on('error', () => socket.destroy())
  upgrade(request, socket, head).catch((error: unknown) => {
    report(error)
    socket.destroy()
  })
})

const listening = await listen(server, port, host)
if (!listening.ok) giveUp(listening.error.message)
await app.prepare()
prepared()
process.stdout.write(`Web is ready on http://localhost:${port}\n`)

let stopping = false
const stop = () => {
  if (stopping) return
  stopping = true
  server.close()
  server.closeIdleConnections()
  // Server-sent events never end by themselves.
  setTimeout(() => server.closeAllConnections(), GRACE_MS).unref()
  void app.close().finally(() => process.exit(0))
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
