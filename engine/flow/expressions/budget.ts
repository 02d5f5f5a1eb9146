import type { ASTNode } from '@marcbachmann/cel-js'

/** How many loop bodies one evaluation may run; tens of milliseconds of work. */
const MOST_STEPS = 20_000

export class TooCostly extends Error {}

let left = MOST_STEPS

/** Runs an evaluation with a fresh budget. Evaluation is synchronous, so one counter is enough. */
export function withBudget<T>(evaluate: () => T): T {
  left = MOST_STEPS
  return evaluate()
}

type Evaluate = (evaluator: unknown, ast: unknown, context: unknown) => unknown

/**
 * Makes a loop's body count. CEL always ends, but three nested loops over a long list take hours, and the library has no
 * bound of its own. It keeps a node's evaluator in the property `evaluate` and replaces it once it knows the node better,
 * hence an accessor.
 */
export function countBody(body: ASTNode): void {
  const node = body as ASTNode & { evaluate: Evaluate } // present on every node, not in the published types
  let inner = node.evaluate
  const counting: Evaluate = (evaluator, ast, context) => {
    if (--left < 0) throw new TooCostly('The expression takes too many steps.')
    return inner.call(node, evaluator, ast, context)
  }
  Object.defineProperty(node, 'evaluate', {
    get: () => counting,
    set: (better: Evaluate) => {
      inner = better
    },
  })
}
