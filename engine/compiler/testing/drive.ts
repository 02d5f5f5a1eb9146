import { assign, createActor, createMachine, fromPromise } from 'xstate'
import type { CompiledFlow, Json, LeaveParams, NodeResult } from '@/engine/flow'

interface Context {
  readonly [key: string]: Json
}

/** One visit that a driven flow is in; `answer` is what its actor returns. */
export interface Visit {
  readonly path: string
  readonly type: string
  answer(result: NodeResult): Promise<void>
}

/** Runs a compiled flow on XState with stub actors, one step at a time. */
export function drive(compiled: CompiledFlow) {
  const visits: string[] = []
  const left: LeaveParams[] = []
  let current: Visit | undefined
  let settle: () => void = () => {}
  const stub = (type: string) =>
    fromPromise<NodeResult, { path: string }>(({ input }) => {
      visits.push(input.path)
      return new Promise((resolve) => {
        current = {
          path: input.path,
          type,
          answer: async (result) => {
            const before = current
            resolve(result)
            // Let the machine take its transition: microtasks only, no clock.
            for (let turn = 0; turn < 20 && current === before && actor.getSnapshot().status === 'active'; turn++) await Promise.resolve()
          },
        }
        settle()
      })
    })
  const types = new Set([...Object.values(compiled.nodes).map(({ type }) => type), '$apologise'])
  // The config is stored JSON; XState's types want literals that JSON cannot carry.
  const config = structuredClone(compiled.machine) as Parameters<typeof createMachine>[0]
  const machine = createMachine(config).provide({
    actors: Object.fromEntries([...types].map((type) => [type, stub(type)])),
    guards: {
      outcome: ({ event }, params) => (event as unknown as { output: NodeResult }).output.outcome === (params as { is: string }).is,
    },
    actions: {
      leave: assign(({ context }, params) => {
        left.push(params as unknown as LeaveParams)
        return context as Context
      }),
    },
  })
  const actor = createActor(machine)
  actor.start()
  return {
    visits,
    left,
    get at() {
      return current?.path
    },
    get done() {
      return actor.getSnapshot().status === 'done'
    },
    get status() {
      return actor.getSnapshot().status
    },
    /** Ends the current visit by an outcome. */
    async leave(outcome: string) {
      await current?.answer({ outcome })
    },
    send(type: 'call.hangup' | 'flow.limit' | 'flow.abort') {
      actor.send({ type })
    },
    onVisit(listener: () => void) {
      settle = listener
    },
  }
}
