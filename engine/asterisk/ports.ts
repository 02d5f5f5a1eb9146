import { createSocket } from 'node:dgram'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Below the range the kernel hands out to outgoing connections (32768 and up on Linux), so that none sits on ours. */
const FIRST = 20_000
const LAST = 32_000

/** Whether a TCP server could listen there now. */
export function tcpPortFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)))
  })
}

/** Whether a UDP socket could be bound there now. */
export function udpPortFree(port: number, host = '0.0.0.0'): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createSocket({ type: host.includes(':') ? 'udp6' : 'udp4', reuseAddr: false })
    socket.once('error', () => {
      socket.close()
      resolve(false)
    })
    socket.bind({ port, address: host, exclusive: true }, () => socket.close(() => resolve(true)))
  })
}

/** A program that was just killed may hold its ports for a moment. */
const MOMENT_MS = 1500

/** Asks until a port is free; false if it is taken for longer than a moment. */
export async function freeSoon(free: () => Promise<boolean>): Promise<boolean> {
  const end = Date.now() + MOMENT_MS
  while (!(await free())) {
    if (Date.now() > end) return false
    await sleep(50)
  }
  return true
}

/** A loopback TCP port that is free now and not in `taken`. */
export async function freePort(taken: readonly number[] = []): Promise<number> {
  for (;;) {
    const port = FIRST + Math.floor(Math.random() * (LAST - FIRST))
    if (!taken.includes(port) && (await tcpPortFree(port))) return port
  }
}

/**
 * Loopback ports by name, the same at every start: remembered in `<dataDir>/ports.json`. One that somebody else took
 * meanwhile is picked anew; `ours` says that a port in use is in use by ourselves (an Asterisk that outlived us).
 * @example const { ari, engine } = await rememberPorts(dataDir, ['ari', 'engine'])
 */
export async function rememberPorts<Name extends string>(
  dataDir: string,
  names: readonly Name[],
  ours: (name: Name, port: number) => Promise<boolean> = async () => false,
): Promise<Record<Name, number>> {
  const file = join(dataDir, 'ports.json')
  const known = await readPorts(file)
  const ports: Record<string, number> = { ...known }
  for (const name of names) {
    const port = known[name]
    const usable = port !== undefined && ((await tcpPortFree(port)) || (await ours(name, port)))
    if (!usable) ports[name] = await freePort(Object.values(ports))
  }
  await mkdir(dataDir, { recursive: true })
  await writeFile(`${file}.new`, `${JSON.stringify(ports, null, 2)}\n`)
  await rename(`${file}.new`, file)
  // Every name was given a port above.
  return ports as Record<Name, number>
}

/** What is remembered; nothing if the file is missing or spoilt, for ports can be picked again. */
async function readPorts(file: string): Promise<Record<string, number>> {
  try {
    const value: unknown = JSON.parse(await readFile(file, 'utf8'))
    if (typeof value !== 'object' || value === null) return {}
    return Object.fromEntries(Object.entries(value).filter(([, port]) => Number.isInteger(port) && port > 0 && port < 65_536))
  } catch {
    return {}
  }
}
