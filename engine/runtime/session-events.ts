import type { Listeners } from './events'
import type { SessionFacts } from './session-facts'

/** Tells whoever watches what a session does. */
export class SessionEvents {
  constructor(
    private readonly facts: SessionFacts,
    private readonly listeners: Listeners,
  ) {}

  started(): void {
    const { id: sessionId, version, interaction, startedAt: at } = this.facts
    const { flowId, versionId } = version
    const { id: interactionId, fromNumber: from, toNumber: to } = interaction
    this.listeners.emit({ type: 'session-started', sessionId, interactionId, flowId, versionId, from, to, at })
  }

  entered(path: string, visit: number, at: number): void {
    this.listeners.emit({ type: 'step-entered', ...this.#who, path, visit, at })
  }

  left(path: string, visit: number, outcome: string, errorCode: string | null, at: number): void {
    this.listeners.emit({ type: 'step-left', ...this.#who, path, visit, outcome, errorCode, at })
  }

  ended(outcome: string, at: number): void {
    this.listeners.emit({ type: 'session-ended', ...this.#who, interactionId: this.facts.interaction.id, outcome, at })
  }

  get #who() {
    return { sessionId: this.facts.id, flowId: this.facts.version.flowId }
  }
}
