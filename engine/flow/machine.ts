import type { Variable } from './document'
import type { NodeDefinition } from './node-kit'

/** JSON as stored; what every part of a compiled flow is made of. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/**
 * A published flow, ready to run: a plain-JSON XState 5 machine plus the tables that the named
 * actors and actions look things up in. It is stored, hashed, diffed and drawn as it is.
 *
 * Machine conventions
 * - One state per node. Its key is the node's id; a module is inlined as a compound state, so a state's
 *   *path* is `node` or `runModule.inner` (ids hold no dots). Built-in states begin with `$`.
 * - A node's state invokes one actor: `invoke: { id: path, src: <node type>, input: { path } , onDone: [...] }`.
 *   The actor's output is a `NodeResult`; `onDone` picks the target by guard `outcome` (params `{ is }`), the last
 *   entry having no guard.  Every transition runs the action `leave` (params `LeaveParams`).
 * - Root events: `call.hangup` (the caller is gone), `flow.limit` (too many steps), `flow.abort` (the handlers
 *   themselves ran too long), `flow.errors` (errors follow each other). States of nodes that deal with hang-up themselves forbid `call.hangup`.
 * - A run-module step is a compound state; its child `$call` invokes the step's own actor (`id` and `input.path` are the
 *   step's path), whose outcome `enter` creates the frame from `NodeResult.assign` and starts the module.
 * - Nodes that deal with hang-up themselves may answer `$hangup`, which goes where `call.hangup` goes.
 * - `$error` and `$limit` invoke the actor `$apologise`; `$end` is the final state.
 */
export interface CompiledFlow {
  readonly format: 1
  readonly machine: Json
  /** By state path: what the actors need. `config` has passed the node's schema. */
  readonly nodes: Readonly<Record<string, CompiledNode>>
  /** By scope: `''` is the flow itself, a run-module step's path is that module's frame. */
  readonly scopes: Readonly<Record<string, CompiledScope>>
  /** Language of prompts that name none (BCP 47). */
  readonly language: string
  readonly maxSteps: number
}

export interface CompiledNode {
  readonly nodeId: string
  readonly type: string
  readonly version: number
  readonly scope: string
  readonly config: Json
  /** Outcomes whose edge exists; the others go to the default handler. */
  readonly connected: readonly string[]
}

export interface CompiledScope {
  readonly flowId: string | null
  /** Published version number of the inlined module; null for the flow itself. */
  readonly version: number | null
  readonly variables: readonly Variable[]
}

/** The machine's context; plain JSON, persisted at every transition. */
export interface FlowContext {
  /** Variables by scope, then name. A masked value is `{ "$sealed": "<base64>" }`. */
  readonly vars: Readonly<Record<string, Readonly<Record<string, Json>>>>
  /** Number of the visit that is under way; the first is 1. */
  readonly visit: number
  /** The last error that left a node, for `flow.error` expressions and the apology. */
  readonly error: { readonly code: string; readonly message: string; readonly node: string } | null
  /** How often an error handler has been started since the caller last pressed keys; 0 where absent. */
  readonly handled?: number
}

/** What a node's actor returns: the outcome that it leaves by, and what it leaves behind. */
export interface NodeResult {
  readonly outcome: string
  /** Variables of the node's scope to set. */
  readonly assign?: Readonly<Record<string, Json>>
  readonly error?: { readonly code: string; readonly message: string }
  /** What the trace shows as the step's output; masked values already dotted. */
  readonly output?: Json
}

/** Params of the action `leave`. */
export interface LeaveParams {
  /** Path of the state that is left; `''` on the root's transitions: whichever step is under way. */
  readonly path: string
  /** Frames that the transition leaves, innermost first: outputs are copied into the caller's variables, then the frame is dropped. */
  readonly pop?: readonly PopFrame[]
  /** Set when it enters one: the frame is created from the module's initial values and `NodeResult.assign`. */
  readonly push?: { readonly scope: string }
  /** It starts an error handler. */
  readonly handles?: boolean
}

/** One module's frame that is left. */
export interface PopFrame {
  readonly scope: string
  readonly into: string
  readonly results: readonly { readonly from: string; readonly variable: string }[]
}

/** All that the registry tells the compiler of a node type. */
export interface CompilableNode {
  readonly definition: NodeDefinition
  readonly compile: NodeCompile
}

/** Where an outcome leads, already resolved through edges and default handlers; put it into `onDone`. */
export interface TransitionJson {
  readonly [key: string]: Json
  readonly target: string
  readonly actions: readonly Json[]
}

/** What a node's `compile` may ask. */
export interface CompileContext {
  readonly type: string
  readonly path: string
  readonly scope: string
  readonly outcomes: readonly string[]
  /** The transition for one of the node's outcomes; `$end` ends the flow, `$hangup` goes to the hang-up handler. */
  readonly leave: (outcome: string) => TransitionJson
  /** Inlines a published module as child states; its exits are the step's outcomes, `enter` makes its frame and starts it. */
  readonly inline: (
    flowId: string,
    results: readonly { readonly from: string; readonly variable: string }[],
  ) => { readonly states: { readonly [key: string]: Json }; readonly enter: TransitionJson }
  /** Leaves the module being compiled by one of its named outcomes. */
  readonly exit: (outcome: string) => TransitionJson
}

/** `nodes/<type>/compile.ts` exports one as `compile`: pure, config → an XState state that names runtime keys. */
export type NodeCompile<C = unknown> = (config: C, context: CompileContext) => Json
