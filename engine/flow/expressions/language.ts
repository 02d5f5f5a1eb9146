import { Environment } from '@marcbachmann/cel-js'
import { expressionFunctions, type NativeType } from './functions'
import { type ExpressionScope, rootFields } from './scope'
import { celTypes } from './value-type'

/** Structural bounds of one expression; what is larger is refused while it is read. */
const limits = { maxAstNodes: 1000, maxDepth: 24, maxListElements: 200, maxMapEntries: 200, maxCallArguments: 8 }

const nativeTypes: Readonly<Record<NativeType, string>> = {
  text: 'string',
  number: 'double',
  boolean: 'bool',
  any: 'dyn',
  list: 'list',
  map: 'map',
  time: 'google.protobuf.Timestamp',
  duration: 'google.protobuf.Duration',
}

/**
 * What a function is called inside the library. Ours have names of their own, because the library's functions work on
 * 64-bit integers and cannot be replaced: with them `size(x) + 1.5` would be a type error.
 */
export function innerName(name: string): string {
  return `pb_${name}`
}

const language = new Environment({ homogeneousAggregateLiterals: false, limits })
for (const { name, forms, method } of expressionFunctions) {
  for (const { params, returns, run } of forms) {
    const [receiver, ...rest] = params.map((type) => nativeTypes[type])
    const handler = run as (...args: unknown[]) => unknown // the library calls a form only with its own types
    language.registerFunction(`${innerName(name)}(${[receiver, ...rest].join(', ')}): ${nativeTypes[returns]}`, { handler, async: false })
    if (!method) continue
    language.registerFunction(`${receiver}.${innerName(name)}(${rest.join(', ')}): ${nativeTypes[returns]}`, { handler, async: false })
  }
}
language.registerOperator('double % double', (a: number, b: number) => a % b)
language.registerVariable({ name: 'call', schema: rootFields.call })
for (const root of ['customer', 'ticket', 'queue']) language.registerVariable(root, 'dyn')
language.registerVariable('now', 'google.protobuf.Timestamp')

const environments = new WeakMap<readonly unknown[], Map<string, Environment>>()

/** The CEL environment of a scope; one per variables array and set of extra roots. */
export function environmentOf(scope: ExpressionScope): Environment {
  const known = environments.get(scope.variables) ?? new Map<string, Environment>()
  environments.set(scope.variables, known)
  const extra = Object.entries(scope.extra ?? {})
  const key = extra.map(([name, type]) => `${name}:${type}`).join(' ')
  const environment = known.get(key) ?? makeEnvironment(scope.variables, extra)
  known.set(key, environment)
  return environment
}

function makeEnvironment(
  variables: ExpressionScope['variables'],
  extra: readonly (readonly [string, keyof typeof celTypes])[],
): Environment {
  const fields = Object.fromEntries(variables.map(({ name, type }) => [name, celTypes[type]]))
  const environment = language.clone()
  environment.registerVariable({ name: 'flow', schema: { ...fields, error: rootFields.error } })
  for (const [name, type] of extra) environment.registerVariable(name, celTypes[type])
  return environment
}
