import type { WebSocket } from 'ws'

const PING_MS = 10_000

/** Ends a socket whose other side is silent for two pings: a machine that vanished closes nothing. */
export function keepAlive(ws: WebSocket): void {
  let answered = true
  ws.on('pong', () => {
    answered = true
  })
  const timer = setInterval(() => {
    if (!answered) ws.terminate()
    answered = false
    if (ws.readyState === ws.OPEN) ws.ping()
  }, PING_MS)
  timer.unref()
  ws.on('close', () => clearInterval(timer))
}
