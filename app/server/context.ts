import type { Actor } from './auth/actor'
import type { Services } from './services/services'

/** What every procedure gets. */
export interface Context extends Services {
  /** Who asks; null before signing in. */
  readonly actor: Actor | null
}

/** What a procedure's body and the services get: somebody is asking. */
export interface ActingContext extends Services {
  readonly actor: Actor
}

/** What changing flows takes; seeds and tests have no more than this. */
export type FlowChange = Pick<ActingContext, 'prisma' | 'actor' | 'flowEvents'>
