import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { CONTROL_SOCKET } from './protocol'

/** Linux allows 107 bytes; some systems 103. */
const LONGEST = 100

/** Where the control socket of a data folder lies: in the folder, or, when its path is too long for a socket, in a private one of the system's. */
export function controlSocket(dataDir: string): string {
  const inside = join(dataDir, CONTROL_SOCKET)
  if (Buffer.byteLength(inside) <= LONGEST) return inside
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 16)
  return join(tmpdir(), `patchbay-${process.getuid?.() ?? 0}`, `${name}.sock`)
}

/** Makes the socket's folder, for us alone. */
export function prepareSocketFolder(socketPath: string): void {
  mkdirSync(dirname(socketPath), { recursive: true, mode: 0o700 })
}
