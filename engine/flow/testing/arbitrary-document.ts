import fc from 'fast-check'
import { FlowDocument } from '../document'

/** JSON whose keys survive being read: Zod leaves `__proto__` out. */
const json = fc.jsonValue({ maxDepth: 3 }).filter((value) => !JSON.stringify(value).includes('__proto__'))
const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,6}$/)
const place = fc.record({ x: fc.integer(), y: fc.integer() })
const config = fc.dictionary(
  fc.string({ maxLength: 8 }).filter((key) => key !== '__proto__'),
  json,
  { maxKeys: 4 },
)

/** Valid documents that mean nothing: doubled ids, edges to nowhere, configs of any shape; `type` and `config` can be narrowed. */
export function arbitraryDocument(type: fc.Arbitrary<string> = fc.string({ minLength: 1, maxLength: 12 })): fc.Arbitrary<FlowDocument> {
  return fc
    .record(
      {
        schemaVersion: fc.constant(1),
        kind: fc.constantFrom('ivr', 'module'),
        name: fc.string({ minLength: 1, maxLength: 20 }),
        description: fc.string({ maxLength: 30 }),
        variables: fc.array(
          fc.record(
            {
              name: fc.stringMatching(/^[a-z][A-Za-z0-9_]{0,5}$/),
              type: fc.constantFrom('string', 'number', 'boolean', 'json'),
              initial: json,
              input: fc.boolean(),
              output: fc.boolean(),
            },
            { requiredKeys: ['name', 'type'] },
          ),
          { maxLength: 4 },
        ),
        outcomes: fc.array(fc.record({ id, label: fc.string({ minLength: 1, maxLength: 8 }) }), { maxLength: 3 }),
        nodes: fc.array(fc.record({ id, type, version: fc.integer({ min: 1, max: 2 }), config, position: place }), { maxLength: 8 }),
        edges: fc.array(fc.record({ from: id, outcome: id, to: id }), { maxLength: 8 }),
        notes: fc.constant([]),
      },
      { requiredKeys: ['schemaVersion', 'kind', 'name', 'variables', 'nodes', 'edges', 'notes'] },
    )
    .map((document) => FlowDocument.parse(JSON.parse(JSON.stringify(document)))) // -0 is not JSON
}
