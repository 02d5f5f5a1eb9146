import type { CompilableNode, NodeCompile } from './machine'
import type { NodeDefinition } from './node-kit'

/** Node types by name. A map, not an object, so that a document's `type: "constructor"` finds nothing. */
export type NodeDefinitions = ReadonlyMap<string, NodeDefinition>

/** Node types by name, with their compilers. */
export type CompilableNodes = ReadonlyMap<string, CompilableNode>

/**
 * Forgets a definition's config type. Sound because whoever calls a definition found in a registry passes only what that
 * definition's own schema has parsed.
 */
export function anyConfig<C>(definition: NodeDefinition<C>): NodeDefinition {
  return definition as unknown as NodeDefinition // see above
}

/** Forgets a compiler's config type; sound for the same reason as `anyConfig`. */
export function anyCompile<C>(compile: NodeCompile<C>): NodeCompile {
  return compile as unknown as NodeCompile // see above
}
