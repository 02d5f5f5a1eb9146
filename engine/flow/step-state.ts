import type { CompileContext, Json } from './machine'

export interface StepStateOptions {
  /** The outcomes that the actor can answer, the fallback last; the node's outcomes where absent. */
  readonly outcomes?: readonly string[]
  /** The step deals with the caller's hang-up itself: `call.hangup` does not interrupt it, and it may answer `$hangup`. */
  readonly keepsHangup?: boolean
}

/** The XState state of an ordinary step: one actor, one guarded transition per outcome, the last one unguarded. */
export function stepState(context: CompileContext, options: StepStateOptions = {}): { readonly [key: string]: Json } {
  const own = options.outcomes ?? context.outcomes
  const outcomes = options.keepsHangup ? ['$hangup', ...own] : own
  const last = outcomes.length - 1
  const onDone = outcomes.map((outcome, index) =>
    index === last ? context.leave(outcome) : { guard: { type: 'outcome', params: { is: outcome } }, ...context.leave(outcome) },
  )
  return {
    invoke: { id: context.path, src: context.type, input: { path: context.path }, onDone },
    ...(options.keepsHangup ? { on: { 'call.hangup': {} } } : {}),
  }
}
