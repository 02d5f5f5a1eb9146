import { type AnyActorRef, type AnyStateMachine, assign, createMachine, fromPromise } from 'xstate'
import type { CompiledFlow, FlowContext, LeaveParams, NodeResult } from '@/engine/flow'
import { builtInActors } from '@/engine/flow/machine'

type AnyActorSystem = AnyActorRef['system']

/** What a running machine asks of the session that it belongs to. */
export interface MachineHost {
  /** A state has been entered: do its work. Never rejects. */
  visit(path: string, signal: AbortSignal): Promise<NodeResult>
  /** A state is left, by its result or from outside; answers the next context. */
  leave(context: FlowContext, params: LeaveParams, event: MachineEvent): FlowContext
}

/** Events of a compiled flow. */
export type MachineEvent =
  | { readonly type: 'call.hangup' | 'flow.limit' | 'flow.abort' }
  | { readonly type: `xstate.done.actor.${string}`; readonly output: NodeResult }

// One machine serves all sessions of a version (providing implementations anew costs a copy of the whole graph), so its
// actors and actions find their session by the actor system that they run in.
const hosts = new WeakMap<AnyActorSystem, MachineHost>()

/** Tells the machine's actors and actions whom they work for; before the actor is started. */
export function setHost(system: AnyActorSystem, host: MachineHost): void {
  hosts.set(system, host)
}

const hostOf = (system: AnyActorSystem): MachineHost => {
  const host = hosts.get(system)
  if (!host) throw new Error('A flow machine was started without its session.')
  return host
}

const visit = fromPromise<NodeResult, { readonly path: string }>(({ input, system, signal }) => hostOf(system).visit(input.path, signal))

/** A compiled flow as an XState machine; made once a version. Throws when the JSON is no machine. */
export function flowMachine(flow: CompiledFlow): AnyStateMachine {
  const types = new Set<string>([...Object.values(flow.nodes).map(({ type }) => type), ...builtInActors])
  // The config is stored JSON; XState's types want the literals that it was written from.
  const config = structuredClone(flow.machine) as Parameters<typeof createMachine>[0]
  return createMachine(config).provide({
    actors: Object.fromEntries([...types].map((type) => [type, visit])),
    guards: {
      // The compiler puts this guard on `onDone` only, with these params.
      outcome: ({ event }, params) =>
        'output' in event && (event.output as NodeResult).outcome === (params as unknown as { is: string }).is,
    },
    actions: {
      leave: assign(({ context, event, system }, params) =>
        // Context, events and params are the compiled flow's own: `FlowContext`, `MachineEvent`, `LeaveParams`.
        hostOf(system).leave(context as FlowContext, params as unknown as LeaveParams, event as unknown as MachineEvent),
      ),
    },
  })
}
