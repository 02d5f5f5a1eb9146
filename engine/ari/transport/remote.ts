import { asFields } from '../fields'
import type { Log } from '../log'
import { chooseTransport } from './choose'
import type { AriServer } from './inbound'
import { down } from './rest-socket'
import type { AriRequest, AriTransport, TransportListener } from './transport'

const AGAIN_MS = 1000

/** An Asterisk somewhere: asked for its version first, as often as it takes. */
export class RemoteTransport implements AriTransport {
  #chosen: AriTransport | undefined
  #again: NodeJS.Timeout | undefined
  #stopped = false

  constructor(
    private readonly server: AriServer,
    private readonly log: Log,
    private readonly choose = chooseTransport,
  ) {}

  get kind(): AriTransport['kind'] {
    return this.#chosen?.kind
  }

  get version(): string | undefined {
    return this.#chosen?.version
  }

  async start(listener: TransportListener): Promise<void> {
    try {
      const version = await this.#askVersion()
      if (this.#stopped) return
      const chosen = this.choose(this.server, version, this.log)
      await chosen.start(listener)
      this.#chosen = chosen
    } catch (error) {
      this.log.warn({ reason: error instanceof Error ? error.message : String(error) }, 'Asterisk cannot be reached; trying again')
      if (!this.#stopped) this.#again = setTimeout(() => void this.start(listener), AGAIN_MS)
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#again)
    await this.#chosen?.stop()
  }

  request(request: AriRequest): ReturnType<AriTransport['request']> {
    return this.#chosen?.request(request) ?? Promise.resolve(down())
  }

  async #askVersion(): Promise<string> {
    const { url, user, password } = this.server
    const response = await fetch(`${url}/asterisk/info?only=system`, {
      headers: { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` },
      signal: AbortSignal.timeout(5000),
    })
    if (!response.ok) throw new Error(`ARI answers ${response.status}`)
    const { version } = asFields(asFields(await response.json()).system)
    const found = typeof version === 'string' ? /\d+(\.\d+)*/.exec(version)?.[0] : undefined
    if (found === undefined) throw new Error('ARI does not tell its version')
    return found
  }
}
