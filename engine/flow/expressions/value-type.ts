import type { VariableType } from '../document'

/** Types as an analyst meets them. There is one kind of number; `json` is a value of any kind. */
export type ValueType = 'text' | 'number' | 'boolean' | 'json' | 'list' | 'map' | 'time' | 'duration' | 'nothing' | 'other'

const celNames: Readonly<Record<string, ValueType>> = {
  string: 'text',
  double: 'number',
  int: 'number',
  uint: 'number',
  bool: 'boolean',
  dyn: 'json',
  list: 'list',
  map: 'map',
  null: 'nothing',
  'google.protobuf.Timestamp': 'time',
  'google.protobuf.Duration': 'duration',
}

/** `list<dyn>` → `list`, `dyn<double>` → `number`, `$flow` → `map`. */
export function valueTypeOf(celType: string): ValueType {
  const bare = /^dyn<(.+)>$/.exec(celType)?.[1] ?? celType
  const known = celNames[bare]
  if (known) return known
  if (bare.startsWith('list<')) return 'list'
  if (bare.startsWith('map<') || bare.startsWith('$')) return 'map'
  return 'other'
}

/** The CEL type that a variable has. */
export const celTypes: Readonly<Record<VariableType, string>> = { string: 'string', number: 'double', boolean: 'bool', json: 'dyn' }

/** A variable's type in an analyst's words. */
export const variableValueType: Readonly<Record<VariableType, ValueType>> = {
  string: 'text',
  number: 'number',
  boolean: 'boolean',
  json: 'json',
}

/** Whether a checked expression may stand where `expects` is wanted; `json` results are looked at when they are there. */
export function satisfies(actual: ValueType, expects: VariableType | 'any'): boolean {
  if (expects === 'any' || expects === 'json' || actual === 'json') return actual !== 'other'
  return actual === variableValueType[expects]
}
