import type { AnyStateMachine } from 'xstate'
import type { CompiledFlow } from '@/engine/flow'
import type { Store } from '@/engine/store'
import type { Log } from './log'
import { flowMachine } from './machine'

/** A published version, ready to run. */
export interface FlowVersion {
  readonly versionId: string
  readonly flowId: string
  readonly flow: CompiledFlow
  readonly machine: AnyStateMachine
}

/** Versions kept ready; sessions hold on to their own. */
const MOST_KEPT = 200

/** Loads versions, each once. */
export class Versions {
  readonly #loaded = new Map<string, FlowVersion>()

  constructor(
    private readonly store: Pick<Store, 'version'>,
    private readonly log: Log,
    private readonly onLoad: (version: FlowVersion) => void = () => {},
  ) {}

  /** Undefined when it is not there or cannot be run. */
  async get(versionId: string): Promise<FlowVersion | undefined> {
    const known = this.#loaded.get(versionId)
    if (known) return known
    const stored = await this.store.version(versionId)
    if (!stored) return undefined
    try {
      const flow = JSON.parse(stored.compiled) as CompiledFlow // written by our compiler; `format` says by which
      if (flow.format !== 1) throw new Error(`compiled in format ${flow.format}`)
      const version = { versionId, flowId: stored.flowId, flow, machine: flowMachine(flow) }
      this.#keep(version)
      return version
    } catch (error) {
      this.log.error({ versionId, error: String(error) }, 'a flow version cannot be run')
      return undefined
    }
  }

  #keep(version: FlowVersion): void {
    if (this.#loaded.size >= MOST_KEPT) {
      const [oldest] = this.#loaded.keys()
      if (oldest !== undefined) this.#loaded.delete(oldest)
    }
    this.#loaded.set(version.versionId, version)
    this.onLoad(version)
  }
}
