import { type CompiledFlow, type FlowContext, initialValues, type Json, type LeaveParams, type NodeResult } from '@/engine/flow'

type Vars = Record<string, Readonly<Record<string, Json>>>

/**
 * The machine's context after a step has been left; `result` is undefined when it was left from outside (hang-up, limits).
 * `heard`: the caller has pressed keys in it.
 */
export function contextAfter(
  flow: CompiledFlow,
  context: FlowContext,
  params: LeaveParams,
  result: NodeResult | undefined,
  heard: boolean,
): FlowContext {
  const vars: Vars = { ...context.vars }
  const node = flow.nodes[params.path]
  if (params.push) {
    const variables = flow.scopes[params.push.scope]?.variables ?? []
    vars[params.push.scope] = { ...initialValues(variables), ...result?.assign }
  } else if (result?.assign) {
    const scope = node?.scope ?? ''
    vars[scope] = { ...vars[scope], ...result.assign }
  }
  for (const { scope, into, results } of params.pop ?? []) {
    const frame = vars[scope] ?? {}
    const copied = results.flatMap(({ from, variable }) => (Object.hasOwn(frame, from) ? [[variable, frame[from] ?? null] as const] : []))
    vars[into] = { ...vars[into], ...Object.fromEntries(copied) }
    delete vars[scope]
  }
  const error = result?.error ? { ...result.error, node: params.path } : context.error
  const handled = (heard ? 0 : (context.handled ?? 0)) + (params.handles ? 1 : 0)
  return { vars, visit: context.visit + 1, error, handled }
}
