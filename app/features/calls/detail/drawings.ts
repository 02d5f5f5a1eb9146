import { moduleSignature } from '@/engine/compiler'
import type { FlowDocument, ModuleSignature } from '@/engine/flow'
import { nodeDefinitions } from '@/nodes/registry.schema'
import type { Call } from './CallHeader'

/** What a run's steps are drawn in: its flow, and the modules in it. */
export type Drawn = Pick<Call['sessions'][number], 'document' | 'modules'>
export type Module = Drawn['modules'][number]

/** Path of the step whose module a step stands in; `''` is the flow itself. */
export const scopeOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('.')))

/** The module that a step runs, by the step's path. */
export const moduleAt = (drawn: Drawn | undefined, scope: string): Module | undefined =>
  drawn?.modules.find((module) => module.scope === scope)

/** The drawing that a step of this scope stands in; undefined where it is not there any more. */
export const drawingOf = (drawn: Drawn | undefined, scope: string): FlowDocument | undefined =>
  scope === '' ? drawn?.document : moduleAt(drawn, scope)?.document

/** The modules as their callers see them, for the names of their exits. */
export function signaturesOf(drawn: Drawn | undefined): ReadonlyMap<string, ModuleSignature> {
  return new Map((drawn?.modules ?? []).map(({ flowId, document }) => [flowId, moduleSignature(flowId, document, nodeDefinitions)]))
}
