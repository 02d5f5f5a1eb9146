/** What happens on live calls, for whoever watches (`EngineEvent` of the control protocol). */
export type RuntimeEvent =
  | {
      readonly type: 'session-started'
      readonly sessionId: string
      readonly interactionId: string
      readonly flowId: string
      readonly versionId: string
      readonly from: string
      readonly to: string
      readonly at: number
    }
  | {
      readonly type: 'step-entered'
      readonly sessionId: string
      readonly flowId: string
      readonly path: string
      readonly visit: number
      readonly at: number
    }
  | {
      readonly type: 'step-left'
      readonly sessionId: string
      readonly flowId: string
      readonly path: string
      readonly visit: number
      readonly outcome: string
      readonly errorCode: string | null
      readonly at: number
    }
  | {
      readonly type: 'session-ended'
      readonly sessionId: string
      readonly interactionId: string
      readonly flowId: string
      readonly outcome: string
      readonly at: number
    }

/** A list of listeners; one that throws does not reach the others or the call. */
export class Listeners {
  readonly #listeners = new Set<(event: RuntimeEvent) => void>()

  add(listener: (event: RuntimeEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  emit(event: RuntimeEvent): void {
    for (const listener of this.#listeners) {
      try {
        listener(event)
      } catch {
        this.#listeners.delete(listener)
      }
    }
  }
}
