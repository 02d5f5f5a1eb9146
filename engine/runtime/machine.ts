import { type ActorLogic, type AnyActorRef, type AnyStateMachine, assign, createMachine, type Snapshot } from 'xstate'
import type { CompiledFlow, FlowContext, LeaveParams, NodeResult } from '@/engine/flow'
import { builtInActors } from '@/engine/flow/machine'

type AnyActorSystem = AnyActorRef['system']

/** What a running machine asks of the session that it belongs to. */
export interface MachineHost {
  /** A state has been entered: do its work. Never rejects. */
  visit(path: string): Promise<NodeResult>
  /** The state's work is not wanted any more, or done. */
  stop(): void
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

type VisitSnapshot = Snapshot<NodeResult> & { readonly input?: { readonly path: string } }
type VisitEvent = { readonly type: 'visit.done'; readonly result: NodeResult } | { readonly type: 'xstate.stop' }

/**
 * The actor of a step: `fromPromise` without what we do not need of it (an abort controller a step, rejections). When a
 * session is restored it starts anew, as a promise's does.
 */
const visit: ActorLogic<VisitSnapshot, VisitEvent, { readonly path: string }> = {
  getInitialSnapshot: (_scope, input) => ({ status: 'active', output: undefined, error: undefined, input }),
  getPersistedSnapshot: (snapshot) => snapshot,
  restoreSnapshot: (snapshot) => snapshot as VisitSnapshot, // as it was persisted
  start(snapshot, { self, system }) {
    if (snapshot.status !== 'active' || !snapshot.input) return
    void hostOf(system)
      .visit(snapshot.input.path)
      .then((result) => self.send({ type: 'visit.done', result }))
  },
  transition(snapshot, event, { system }) {
    if (snapshot.status !== 'active') return snapshot
    switch (event.type) {
      case 'visit.done':
        return { ...snapshot, status: 'done', output: event.result, error: undefined }
      case 'xstate.stop':
        hostOf(system).stop()
        return { ...snapshot, status: 'stopped', output: undefined, error: undefined }
    }
  },
}

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
