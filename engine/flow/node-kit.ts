import type { z } from 'zod'
import type { Diagnostic } from './diagnostic'
import type { FlowKind, VariableType } from './document'

/** Palette groups, in palette order. */
export const nodeCategories = ['start', 'speak', 'input', 'logic', 'data', 'connect', 'end'] as const
export type NodeCategory = (typeof nodeCategories)[number]

/**
 * A named exit of a configured node. `label` is the analyst's own words (e.g. a menu option's); without it the
 * type's message `outcomes.<key>` is shown, where `key` defaults to the id up to the first `:`.
 */
export interface Outcome {
  readonly id: string
  readonly role: 'main' | 'branch' | 'fallback' | 'error'
  readonly label?: string
  readonly key?: string
  /** Where it leads without an edge: the call's end (`main`'s default), the hang-up handler, or the error handler (default). */
  readonly unconnected?: 'end' | 'hangup' | 'error'
}

/** What the outcomes of a step may depend on besides its config. */
export interface OutcomeContext {
  readonly modules: ReadonlyMap<string, ModuleSignature>
  /** Kind of the flow that the step stands in; `ivr` where absent. */
  readonly kind?: FlowKind
}

/** One line of a node's card: what it does, in the analyst's own words. */
export type SummaryLine =
  /** Words that are spoken. */
  | { readonly kind: 'says'; readonly text: string }
  /** A key and the outcome it leads to. */
  | { readonly kind: 'key'; readonly key: string; readonly label: string; readonly outcome: string }
  /** CEL or a name = value, shown in a monospaced face. */
  | { readonly kind: 'code'; readonly text: string }
  /**
   * A fact named by the type's message `summary.<key>`, e.g. "Rings {target} for {seconds} s". `exit` is the id of one of the
   * module's own exits; the sentence has its label, as `{exit}`.
   */
  | { readonly kind: 'fact'; readonly key: string; readonly params?: Readonly<Record<string, string | number>>; readonly exit?: string }

/** A variable a configured node assigns when it leaves. */
export interface Write {
  readonly name: string
  readonly type: VariableType
  /** The value is sealed in storage and shown as dots. */
  readonly masked?: boolean
  /** Where in the config the name stands, e.g. `['variable']`. */
  readonly path: readonly (string | number)[]
}

/** How a config field is edited and checked; carried in the Zod schema by `field(...)` (see `fields.ts`). */
export type FieldInput =
  | { readonly kind: 'text'; readonly multiline?: boolean }
  | { readonly kind: 'number'; readonly unit?: 's' | 'ms' | 'digits' | 'times' | 'steps'; readonly step?: number }
  | { readonly kind: 'switch' }
  | { readonly kind: 'select' }
  /** CEL; `expects` is its result type, `any` when free; `into` names the field beside it whose variable takes the result. */
  | { readonly kind: 'cel'; readonly expects: VariableType | 'any'; readonly into?: string }
  /** Text with `{{ CEL }}`. */
  | { readonly kind: 'template'; readonly multiline?: boolean; readonly language?: 'text' | 'json' }
  /** A list of prompts (see `prompt.ts`); `required`: must say something. */
  | { readonly kind: 'prompts'; readonly required?: boolean }
  /** The name of a declared variable that the node writes. */
  | { readonly kind: 'variable'; readonly type?: VariableType }
  /** A DTMF key or keys. */
  | { readonly kind: 'keys'; readonly single?: boolean }
  /** The name of a stored secret. */
  | { readonly kind: 'secret' }
  /** A published module flow's id. */
  | { readonly kind: 'module' }
  /** An outcome of the module being edited. */
  | { readonly kind: 'module-outcome' }
  /** Key → template. */
  | { readonly kind: 'pairs' }
  | { readonly kind: 'list' }
  | { readonly kind: 'group' }
  | { readonly kind: 'hidden' }

/** What a check may know of its surroundings. */
export interface CheckContext {
  /** The flow being checked, so that a module that runs itself is found; null or absent where it has no id yet. */
  readonly flowId?: string | null
  /** Published modules that a run-module step may name. */
  readonly modules: ReadonlyMap<string, ModuleSignature>
  /** True where nobody can be asked for modules: what steps say of them is taken as it is. */
  readonly modulesUnknown?: boolean
  readonly secrets: ReadonlySet<string> | 'unknown'
  readonly sounds: ReadonlySet<string> | 'unknown'
}

/** A module seen from the outside. */
export interface ModuleSignature {
  readonly flowId: string
  readonly name: string
  readonly inputs: readonly { readonly name: string; readonly type: VariableType }[]
  readonly outputs: readonly { readonly name: string; readonly type: VariableType }[]
  readonly outcomes: readonly { readonly id: string; readonly label: string }[]
  /** Flow ids of the modules that it runs itself; recursion is found through them. */
  readonly uses?: readonly string[]
}

/** A node type, isomorphic part: `nodes/<type>/schema.ts` exports one as `definition`. */
export interface NodeDefinition<C = unknown> {
  readonly type: string
  readonly version: number
  readonly category: NodeCategory
  /** Icon name in @tabler/icons-react, e.g. `IconVolume`. */
  readonly icon: string
  readonly kinds: readonly FlowKind[]
  /** Exactly one per flow, cannot be deleted or be a target (the entry). */
  readonly singleton?: boolean
  readonly schema: z.ZodType<C>
  /** A fresh node's config; valid by the schema though it may still have diagnostics. */
  readonly defaults: C
  /** All exits of a configured node, in card order; the `error` outcome last. Empty for nodes that end the flow. */
  readonly outcomes: (config: C, context?: OutcomeContext) => readonly Outcome[]
  /** Without `context` the modules are not known (yet): nothing is said of them. */
  readonly summary: (config: C, context?: OutcomeContext) => readonly SummaryLine[]
  readonly writes?: (config: C) => readonly Write[]
  /** Checks beyond what the schema and its field metadata say. */
  readonly check?: (config: C, context: CheckContext) => readonly NodeFinding[]
  /** True when a visit always takes the caller's time or input, so that a loop through it is bounded by them. */
  readonly waits?: boolean
}

/** A diagnostic before the compiler adds the node's id. */
export type NodeFinding = Omit<Diagnostic, 'nodeId'>

/** Words of a node type in one language; keys mirror the config schema. */
export interface NodeMessages {
  readonly name: string
  /** One sentence: what it is for. */
  readonly description: string
  readonly fields: Readonly<
    Record<string, { readonly label: string; readonly help?: string; readonly options?: Readonly<Record<string, string>> }>
  >
  readonly outcomes: Readonly<Record<string, string>>
  readonly summary?: Readonly<Record<string, string>>
  /** Groups a long form: key → title. */
  readonly sections?: Readonly<Record<string, string>>
}
