/** The web process: Next behind our own HTTP server, so that pages, API and the phone's SIP share one origin. */
import { createServer } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import next from 'next'
import { CONTROL_SOCKET } from '@/engine/control/protocol'
import { readEnvironment } from './environment'
import { listen } from './listen'
import { secure, stampAddress } from './security'
import { mayUsePhone } from './session'
import { pipeUpgrade, refuse } from './upgrade'

/** How long open requests may finish after Ctrl-C before they are cut. */
const GRACE_MS = 3000

const environment = readEnvironment(process.env)
const engine = { socketPath: join(environment.dataFolder, CONTROL_SOCKET), path: '/sip' }
// Both `web/server.ts` and its bundle `dist/web.mjs` lie one folder below the root.
const dir = fileURLToPath(new URL('..', import.meta.url))

// Next would add its own upgrade listener to the server it is given; this one never listens, so that ours decides first.
const upgrades = createServer()
const app = next({ dev: environment.dev, dir, hostname: environment.host, port: environment.port, httpServer: upgrades })
await app.prepare()
const handle = app.getRequestHandler()

const server = createServer((request, response) => {
  stampAddress(request)
  secure(request, response, environment.dev)
  void handle(request, response)
})

const base = `http://${environment.host === '0.0.0.0' ? '127.0.0.1' : environment.host === '::' ? '[::1]' : environment.host}:${environment.port}`

server.on('upgrade', (request, socket, head) => {
  const { pathname } = new URL(request.url ?? '/', 'http://patchbay')
  if (pathname !== '/sip') {
    upgrades.emit('upgrade', request, socket, head)
    return
  }
  socket.on('error', () => socket.destroy())
  void mayUsePhone(request, base).then((answer) => {
    if (answer === 'yes') pipeUpgrade(request, socket, head, engine)
    else if (answer === 'no-login') refuse(socket, 401, 'Unauthorized')
    else refuse(socket, 403, 'Forbidden')
  })
})

const listening = await listen(server, environment.port, environment.host)
if (!listening.ok) {
  process.stderr.write(`${listening.error.message}\n`)
  process.exit(1)
}
process.stdout.write(`Web is ready on http://localhost:${environment.port}\n`)

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
