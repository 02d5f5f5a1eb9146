import type { Duration } from '@marcbachmann/cel-js/evaluator'

/** What a function gets and gives, by the type's name. */
export interface Natives {
  text: string
  number: number
  boolean: boolean
  any: unknown
  list: readonly unknown[]
  map: object
  time: Date
  duration: Duration
}
export type NativeType = keyof Natives

/** One way to call a function. */
export interface Form {
  readonly params: readonly NativeType[]
  readonly returns: NativeType
  readonly run: (...args: never[]) => unknown
}

type ValuesOf<P extends readonly NativeType[]> = { -readonly [I in keyof P]: Natives[P[I]] }

/** `form(['text', 'number'], 'text', (text, count) => …)`: the handler's types follow from the names. */
export function form<const P extends readonly NativeType[], R extends NativeType>(
  params: P,
  returns: R,
  run: (...args: ValuesOf<P>) => Natives[R],
): Form {
  return { params, returns, run: run as Form['run'] } // only called with what `params` says; CEL picks the form by types
}

/** A function of the expression language. `method`: also `x.name(…)` on its first parameter. */
export interface ExpressionFunction {
  readonly name: string
  readonly method?: boolean
  readonly forms: readonly Form[]
  readonly docs: { readonly en: string; readonly 'zh-CN': string }
  readonly example: string
}
