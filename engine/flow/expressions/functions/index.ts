import type { ExpressionFunction } from './form'
import { numberFunctions } from './numbers'
import { textFunctions } from './text'
import { timeFunctions } from './time'
import { valueFunctions } from './values'

/** Every function an expression can call, in the order of the reference. */
export const expressionFunctions: readonly ExpressionFunction[] = [
  ...textFunctions,
  ...numberFunctions,
  ...timeFunctions,
  ...valueFunctions,
]

/** By name. */
export const functionsByName: ReadonlyMap<string, ExpressionFunction> = new Map(expressionFunctions.map((it) => [it.name, it]))

/** CEL's own loops: `list.name(item, …)`. */
export const loops: ReadonlyMap<string, readonly number[]> = new Map([
  ['all', [2]],
  ['exists', [2]],
  ['exists_one', [2]],
  ['map', [2, 3]],
  ['filter', [2]],
])

export type { ExpressionFunction, NativeType } from './form'
