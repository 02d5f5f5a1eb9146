import type { Variable, VariableType } from './document'
import type { Json } from './machine'

const empty: Readonly<Record<VariableType, Json>> = { string: '', number: 0, boolean: false, json: null }

/** What a scope's variables hold before any step has set them: the declared first value, else the type's empty value. */
export function initialValues(variables: readonly Variable[]): Record<string, Json> {
  return Object.fromEntries(variables.map((variable) => [variable.name, variable.initial ?? empty[variable.type]]))
}

/** Whether a value can stand in a variable of this type. */
export function fitsType(value: Json, type: VariableType): boolean {
  return type === 'json' || typeof value === type
}
