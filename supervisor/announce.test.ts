import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { announce } from './announce'

/** The web process, which says how Asterisk is. */
const health = { state: 'down', message: 'ARI at http://pbx/ari answers 401: check user and password.' }
const server = createServer((_request, response) => {
  const problem = health.state === 'up' ? null : { code: 'ARI_LOGIN_REFUSED', message: health.message }
  response.writeHead(problem ? 503 : 200).end(JSON.stringify({ web: 'up', engine: 'up', asterisk: { state: health.state }, problem }))
})
let url = ''
let ending = new AbortController()
const said: string[] = []
const tell = (text: string) => void said.push(text)

beforeEach(async () => {
  health.state = 'down'
  said.length = 0
  ending = new AbortController()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
})
afterEach(() => {
  ending.abort()
  server.closeAllConnections()
  server.close()
})

test('given another’s Asterisk refuses us, then it says why at once, and that it is ready when it lets us in', async () => {
  await announce({ url, sipPort: 5060, remote: true, ending: ending.signal, tell, patienceMs: 50, everyMs: 5 })
  expect(said).toEqual([expect.stringMatching(/^Patchbay runs at http:.*no calls can come in.\n.*answers 401: check user and password/)])
  health.state = 'up'
  await vi.waitFor(() => expect(said).toHaveLength(2))
  expect(said[1]).toMatch(/^Patchbay is ready at /)
})

test('given another’s Asterisk is there, then that is all that is said', async () => {
  health.state = 'up'
  await announce({ url, sipPort: 5060, remote: true, ending: ending.signal, tell })
  expect(said).toEqual([expect.stringMatching(/^Patchbay is ready at /)])
})

test('given there can be none, then it says so', async () => {
  await announce({ url, sipPort: 5060, without: 'There is none here.', ending: ending.signal, tell })
  expect(said).toEqual([`Patchbay runs without calls at ${url}\n  There is none here.`])
})
