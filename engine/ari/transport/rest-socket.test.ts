import { once } from 'node:events'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { silentLog } from '../log'
import { RestSocket } from './rest-socket'

describe('requests over ARI’s websocket', () => {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  afterEach(() => server.close())

  it('given Asterisk is stuck, then a request ends as TELEPHONY_DOWN, and its late answer is nobody’s', async () => {
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const near = new WebSocket(`ws://127.0.0.1:${port}`)
    const [far]: WebSocket[] = await once(server, 'connection')
    await once(near, 'open')
    const error = vi.fn()
    const rest = new RestSocket(
      near,
      () => {},
      () => {},
      { ...silentLog, error },
      20,
    )
    expect(await rest.request({ method: 'GET', path: ['channels'] })).toMatchObject({ ok: false, error: { code: 'TELEPHONY_DOWN' } })
    expect(error).toHaveBeenCalledOnce()
    far?.send(JSON.stringify({ type: 'RESTResponse', request_id: '1', status_code: 200 }))
    far?.send(JSON.stringify({ type: 'RESTResponse', request_id: '2', status_code: 204 }))
    expect(await rest.request({ method: 'POST', path: ['x'] })).toEqual({ ok: true, value: { status: 204, body: undefined } })
    near.terminate()
  })
})
