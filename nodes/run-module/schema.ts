import { z } from 'zod'
import { field, finding, type NodeDefinition, type NodeFinding, type OutcomeContext, type SummaryLine, VariableName } from '@/engine/flow'

const input = z.strictObject({
  name: field(VariableName.or(z.literal('')).default(''), { kind: 'text' }),
  value: field(z.string().max(2000).default(''), { kind: 'cel', expects: 'any' }),
})

const result = z.strictObject({
  from: field(VariableName.or(z.literal('')).default(''), { kind: 'text' }),
  variable: field(VariableName.or(z.literal('')).default(''), { kind: 'variable' }),
})

const schema = z.strictObject({
  module: field(z.string().max(64).default(''), { kind: 'module' }),
  inputs: field(z.array(input).max(50).default([]), { kind: 'list' }),
  results: field(z.array(result).max(50).default([]), { kind: 'list' }),
})

export type Config = z.infer<typeof schema>

export const definition = {
  type: 'run-module',
  version: 1,
  category: 'logic',
  icon: 'IconPackage',
  kinds: ['ivr', 'module'],
  schema,
  defaults: schema.parse({}),
  outcomes: ({ module }, context) => [
    // A module's own exit `error` leads out where its errors do.
    ...(context?.modules.get(module)?.outcomes ?? [])
      .filter(({ id }) => id !== 'error')
      .map(({ id, label }) => ({ id, role: 'branch' as const, label })),
    { id: 'error', role: 'error' },
  ],
  summary: ({ module, inputs, results }, context) => [
    ...runsWhat(module, context),
    ...inputs.map(({ name, value }) => ({ kind: 'code' as const, text: `${name} ← ${value}` })),
    ...results.map(({ from, variable }) => ({ kind: 'code' as const, text: `${variable} = ${from}` })),
  ],
  check: ({ module, inputs, results }, { flowId, modules }) => {
    if (module === '') return [finding('PB202', 'error', { path: ['module'] })]
    const signature = modules.get(module)
    if (!signature) return [finding('PB208', 'error', { path: ['module'] })]
    const found: NodeFinding[] = []
    if (flowId && runs(module, flowId, modules, new Set())) {
      found.push(finding('PB209', 'error', { path: ['module'], params: { name: signature.name } }))
    }
    inputs.forEach(({ name }, index) => {
      if (signature.inputs.some((known) => known.name === name)) return
      found.push(finding('PB214', 'error', { path: ['inputs', index, 'name'], params: { side: 'input', name } }))
    })
    results.forEach(({ from }, index) => {
      if (signature.outputs.some((known) => known.name === from)) return
      found.push(finding('PB214', 'error', { path: ['results', index, 'from'], params: { side: 'output', name: from } }))
    })
    return found
  },
} satisfies NodeDefinition<Config>

/** The module by its name; nothing while it is not known which there are. */
function runsWhat(module: string, context: OutcomeContext | undefined): SummaryLine[] {
  if (module === '') return [{ kind: 'fact', key: 'none' }]
  if (!context) return []
  const signature = context.modules.get(module)
  return [signature ? { kind: 'fact', key: 'runs', params: { name: signature.name } } : { kind: 'fact', key: 'unknown' }]
}

/** Whether running `module` comes to run `flowId`. */
function runs(
  module: string,
  flowId: string,
  modules: ReadonlyMap<string, { readonly uses?: readonly string[] }>,
  seen: Set<string>,
): boolean {
  if (module === flowId) return true
  if (seen.has(module)) return false
  seen.add(module)
  return (modules.get(module)?.uses ?? []).some((used) => runs(used, flowId, modules, seen))
}
