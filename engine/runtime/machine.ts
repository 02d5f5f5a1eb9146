import { type AnyActorRef, type AnyStateMachine, assign, createMachine } from 'xstate'
import type { CompiledFlow, FlowContext, Json, LeaveParams, NodeResult } from '@/engine/flow'

type AnyActorSystem = AnyActorRef['system']

/** What a running machine asks of the session that it belongs to. */
export interface MachineHost {
  /** A step's state has been entered. */
  enter(path: string, context: FlowContext): void
  /** A state is left, by its result or from outside; answers the next context. */
  leave(context: FlowContext, params: LeaveParams, event: MachineEvent): FlowContext
}

/** Events of a running flow. */
export type MachineEvent =
  | { readonly type: 'call.hangup' | 'flow.limit' | 'flow.abort' | 'flow.errors' }
  | { readonly type: 'visit.done'; readonly output: NodeResult }

// One machine serves all sessions of a version (providing implementations anew costs a copy of the whole graph), so its
// actions find their session by the actor system that they run in.
const hosts = new WeakMap<AnyActorSystem, MachineHost>()

/** Tells a machine's actions whom they work for; before the actor is started. */
export function setHost(system: AnyActorSystem, host: MachineHost): void {
  hosts.set(system, host)
}

const hostOf = (system: AnyActorSystem): MachineHost => {
  const host = hosts.get(system)
  if (!host) throw new Error('A flow machine was started without its session.')
  return host
}

/**
 * A compiled flow as a running XState machine; made once a version. Throws when the JSON is no machine.
 *
 * The compiled machine says `invoke` for a step's work. Here the same is an entry action and an event: an invoked child
 * is an actor of its own for each step, which doubles what a transition costs, and after a restart XState would start it
 * anew before we know whether the call is still there.
 */
export function flowMachine(flow: CompiledFlow): AnyStateMachine {
  // The config is stored JSON; XState's types want the literals that it was written from.
  const config = lowered(flow.machine) as Parameters<typeof createMachine>[0]
  return createMachine(config).provide({
    guards: {
      // The compiler puts this guard on a step's outcomes only, with these params.
      outcome: ({ event }, params) =>
        'output' in event && (event.output as NodeResult).outcome === (params as unknown as { is: string }).is,
    },
    actions: {
      enter: ({ context, system }, params) => hostOf(system).enter((params as unknown as { path: string }).path, context as FlowContext),
      leave: assign(({ context, event, system }, params) =>
        // Context, events and params are the compiled flow's own: `FlowContext`, `MachineEvent`, `LeaveParams`.
        hostOf(system).leave(context as FlowContext, params as unknown as LeaveParams, event as unknown as MachineEvent),
      ),
    },
  })
}

type JsonObject = { readonly [key: string]: Json }

/** `invoke` with `onDone` → `entry` with `visit.done`, in every state. */
function lowered(state: Json): Json {
  if (!isObject(state)) return state
  const { invoke, states, on, ...rest } = state
  const events = isObject(on) ? on : {}
  const work = isObject(invoke) && isObject(invoke.input) ? { path: invoke.input.path ?? '', onDone: invoke.onDone ?? [] } : undefined
  return {
    ...rest,
    ...(work ? { entry: [{ type: 'enter', params: { path: work.path } }] } : {}),
    on: work ? { ...events, 'visit.done': work.onDone } : events,
    ...(isObject(states) ? { states: Object.fromEntries(Object.entries(states).map(([key, child]) => [key, lowered(child)])) } : {}),
  }
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
