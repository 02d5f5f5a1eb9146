import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'

/** A TCP connection that a test can cut and let through again. */
export class Gate {
  readonly #sockets = new Set<Socket>()
  #shut = false

  private constructor(
    private readonly server: Server,
    /** The port that it stands at. */
    readonly front: number,
    /** The port that it leads to. */
    readonly behind: number,
  ) {
    server.on('connection', (near) => {
      if (this.#shut) {
        near.destroy()
        return
      }
      const far = connect(behind, '127.0.0.1')
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        this.#sockets.add(one)
        one.pipe(other)
        // The other side learns of it by its own end.
        one.on('error', () => other.destroy())
        one.on('close', () => {
          this.#sockets.delete(one)
          other.destroy()
        })
      }
    })
  }

  static async open(port: number, behind: number): Promise<Gate> {
    const server = createServer()
    const gate = new Gate(server, port, behind)
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    return gate
  }

  shut(): void {
    this.#shut = true
    for (const socket of this.#sockets) socket.destroy()
  }

  open(): void {
    this.#shut = false
  }

  close(): void {
    this.shut()
    this.server.close()
  }
}
