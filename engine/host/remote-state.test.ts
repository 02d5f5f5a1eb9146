import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Problem } from '@/engine/errors'
import { whyDown } from './remote-state'

describe('why somebody else’s Asterisk is not connected', () => {
  let server: Server | undefined
  afterEach(() => {
    server?.closeAllConnections()
    server?.close()
  })
  const listen = async (answer: RequestListener) => {
    server = createServer(answer)
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/ari`
  }
  const reasonAt = async (url: string): Promise<Problem> => {
    const why = whyDown({ url, user: 'u', password: 'wrong' })
    expect(why()).toBeUndefined()
    return vi.waitFor(() => {
      const problem = why()
      if (!problem) throw new Error('not known yet')
      return problem
    })
  }

  it('given it refuses the password, then says to check it, and never the password itself', async () => {
    const url = await listen((_request, response) => response.writeHead(401).end())
    const problem = await reasonAt(url)
    expect(problem).toMatchObject({ code: 'ARI_LOGIN_REFUSED', params: { url, status: 401 } })
    expect(problem.message).toContain('answers 401 at the address in PATCHBAY_ASTERISK: check user and password')
    expect(JSON.stringify(problem)).not.toContain('wrong')
  })

  it.each([
    ['a page of some other server', 200, '<html>', 'ARI_NOT_THERE'],
    ['no such path', 404, '', 'ARI_NOT_THERE'],
    ['Asterisk, but no events', 200, '{"system":{"version":"22.1"}}', 'ARI_NO_EVENTS'],
  ])('given %s, then says that', async (_what, status, body, code) => {
    expect(await reasonAt(await listen((_request, response) => response.writeHead(status).end(body)))).toMatchObject({ code })
  })

  it('given nobody answers, then says why', async () => {
    const url = await listen(() => {})
    server?.close()
    expect(await reasonAt(url)).toMatchObject({ code: 'ARI_UNREACHABLE', params: { reason: 'ECONNREFUSED' } })
  })

  it('given it is asked again and again, then Asterisk is asked every other second only', async () => {
    let [now, asked] = [0, 0]
    const answer = { kind: 'refused', status: 401 } as const
    const ask = async () => {
      asked += 1
      return answer
    }
    const why = whyDown({ url: 'http://pbx/ari', user: 'u', password: 'p' }, ask, () => now)
    for (; now < 4000; now += 100) {
      why()
      await Promise.resolve()
      await Promise.resolve()
    }
    expect(asked).toBe(2)
  })
})
