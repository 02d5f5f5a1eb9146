import type { CheckContext, Diagnostic, FlowDocument, NodeDefinitions, PublishedModule } from '@/engine/flow'
import { checkModules } from './checks/modules'
import { moduleSignature } from './module-signature'
import { analyse, type FlowAnalysis, sorted } from './validate'

/** What a flow is checked against. */
export interface CheckEnvironment {
  /** The flow's own id; null while it has none. */
  readonly flowId: string | null
  /** Live versions of all published modules, by flow id; `unknown` where nobody can be asked. */
  readonly modules: ReadonlyMap<string, PublishedModule> | 'unknown'
  readonly secrets: CheckContext['secrets']
  readonly sounds: CheckContext['sounds']
}

/** Everything that would keep a flow from being published, and every warning: `validate`, and what its modules' documents say. */
export function check(document: FlowDocument, definitions: NodeDefinitions, environment: CheckEnvironment): readonly Diagnostic[] {
  return checkWhole(document, definitions, environment).diagnostics
}

/** `check` with the analyses of the flow and of its modules, for whoever goes on from there. */
export function checkWhole(document: FlowDocument, definitions: NodeDefinitions, environment: CheckEnvironment) {
  const published = environment.modules === 'unknown' ? new Map<string, PublishedModule>() : environment.modules
  const modules = new Map([...published].map(([id, module]) => [id, moduleSignature(id, module.document, definitions)]))
  const context: CheckContext = { ...environment, modules, modulesUnknown: environment.modules === 'unknown' }
  const analyses = new Map<FlowDocument, FlowAnalysis>()
  const analysed = (of: FlowDocument, flowId: string | null) => {
    const known = analyses.get(of) ?? analyse(of, definitions, { ...context, flowId })
    analyses.set(of, known)
    return known
  }
  const analysis = analysed(document, environment.flowId)
  const ofModules = checkModules(analysis, {
    published: (id) => published.get(id),
    analysis: (module) => analysed(module.document, module.flowId),
  })
  return { analysed, diagnostics: sorted([...analysis.diagnostics, ...ofModules], document) }
}
