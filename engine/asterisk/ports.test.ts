import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { freePort, freeSoon, rememberPorts, tcpPortFree } from './ports'

const listen = async (port: number): Promise<Server> => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return server
}

describe('ports', () => {
  let dir: string
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'patchbay-ports-'))
  })
  afterEach(() => rmSync(dir, { recursive: true }))

  it('are the same at the next start', async () => {
    const first = await rememberPorts(dir, ['ari', 'engine'])
    expect(first.ari).not.toBe(first.engine)
    expect(await rememberPorts(dir, ['ari', 'engine'])).toEqual(first)
    expect(JSON.parse(readFileSync(join(dir, 'ports.json'), 'utf8'))).toEqual(first)
  })

  it('taken by somebody else are picked anew, the others stay', async () => {
    const first = await rememberPorts(dir, ['ari', 'engine'])
    const squatter = await listen(first.ari)
    const second = await rememberPorts(dir, ['ari', 'engine'])
    squatter.close()
    expect(second.ari).not.toBe(first.ari)
    expect(second.engine).toBe(first.engine)
  })

  it('taken by ourselves stay', async () => {
    const first = await rememberPorts(dir, ['ari'])
    const ourselves = await listen(first.ari)
    const second = await rememberPorts(dir, ['ari'], async (name, port) => name === 'ari' && port === first.ari)
    ourselves.close()
    expect(second).toEqual(first)
  })

  it.each(['', '{"ari": "x"}', '[1', 'null', '{"ari": 99999}'])('of a spoilt file are picked anew: %s', async (text) => {
    writeFileSync(join(dir, 'ports.json'), text)
    const { ari } = await rememberPorts(dir, ['ari'])
    expect(ari).toBeGreaterThanOrEqual(20_000)
    expect(await tcpPortFree(ari)).toBe(true)
  })

  it('are never one that is in use', async () => {
    const server = await listen(await freePort())
    const address = server.address()
    const used = typeof address === 'object' && address !== null ? address.port : 0
    expect(await tcpPortFree(used)).toBe(false)
    server.close()
  })

  it('held for a moment by a program that was killed are waited for, others are not', async () => {
    const port = await freePort()
    const killed = await listen(port)
    let asked = 0
    const free = async () => {
      if (++asked === 2) await new Promise((closed) => killed.close(closed))
      return tcpPortFree(port)
    }
    expect(await freeSoon(free)).toBe(true)
    expect(asked).toBe(2)
    expect(await freeSoon(async () => false)).toBe(false)
  })
})
