import { FlowDocument } from '@/engine/flow'

interface Draft {
  readonly kind?: 'ivr' | 'module'
  readonly variables?: readonly object[]
  readonly outcomes?: readonly object[]
  /** `id: [type, config]`; a step `start` of type entry is added where there is none. */
  readonly nodes: Readonly<Record<string, readonly [string, object?]>>
  /** `menu matched:1 -> play`. */
  readonly edges?: readonly string[]
}

/** A short way to write a document in tests. */
export function flow(draft: Draft): FlowDocument {
  const nodes = 'start' in draft.nodes ? draft.nodes : { start: ['entry'] as const, ...draft.nodes }
  return FlowDocument.parse({
    schemaVersion: 1,
    kind: draft.kind ?? 'ivr',
    name: 'Test',
    variables: draft.variables ?? [],
    ...(draft.outcomes ? { outcomes: draft.outcomes } : {}),
    nodes: Object.entries(nodes).map(([id, [type, config]], index) => ({
      id,
      type,
      version: 1,
      config: config ?? {},
      position: { x: index * 320, y: 0 },
    })),
    edges: (draft.edges ?? []).map((edge) => {
      const [from, outcome, , to] = edge.split(' ')
      return { from, outcome, to }
    }),
    notes: [],
  })
}

/** A prompt list that says one thing. */
export function says(text: string) {
  return [{ kind: 'text', text }]
}
