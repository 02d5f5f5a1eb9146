import type { Server } from 'node:http'
import { fail, ok, type Result } from '@/engine/errors'

/** Starts listening; a taken or forbidden port is a problem whose message tells what to do. */
export function listen(server: Server, port: number, host: string): Promise<Result<void>> {
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        resolve(fail('CONFLICT', `Port ${port} is already in use: stop what listens there, or start with another one (PORT=${port + 1}).`))
      else if (error.code === 'EACCES')
        resolve(fail('FORBIDDEN', `Port ${port} may not be opened by this user: start with a port above 1023 (PORT=3000).`))
      else resolve(fail('INPUT_INVALID', `Cannot listen on ${host}:${port}: ${error.message}`))
    })
    server.listen(port, host, () => resolve(ok()))
  })
}
