import type { RawDocument } from '.'

/** Version 0 called the name `title` and drew edges as `{ source, sourceHandle, target }`; a missing handle was the main exit. */
export function v0ToV1(document: RawDocument): RawDocument {
  const { title, name, edges, ...rest } = document
  return {
    ...rest,
    schemaVersion: 1,
    name: name ?? title,
    variables: rest.variables ?? [],
    notes: rest.notes ?? [],
    edges: Array.isArray(edges) ? edges.map(edgeOf) : edges,
  }
}

function edgeOf(edge: unknown): unknown {
  if (typeof edge !== 'object' || edge === null || !('source' in edge)) return edge
  const { source, sourceHandle, target } = edge as RawDocument // an object, read by key
  return { from: source, outcome: sourceHandle ?? 'done', to: target }
}
