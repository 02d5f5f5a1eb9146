import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { Variable } from '@/engine/flow'
import { FlowDocument } from '@/engine/flow/document'
import { patchbayJson } from './cli'
import type { Product } from './product'

/** One step as a test writes it down: what it is, and where its exits lead. */
export interface StepPlan {
  readonly type: string
  readonly config?: object
  readonly exits?: Readonly<Record<string, string>>
}

/** Spoken words. */
export const say = (text: string) => [{ kind: 'text', text }]

/**
 * A flow document of some steps; the entry (`start`) leads to the first of them.
 * @example flow('Ask', { ask: { type: 'menu', config: { prompts: say('Press one.'), options: [{ key: '1' }] }, exits: { 'matched:1': 'bye' } }, bye: { type: 'hangup' } })
 */
export function flow(
  name: string,
  steps: Readonly<Record<string, StepPlan>>,
  variables: readonly Variable[] = [],
  entry: StepPlan['exits'] = {},
): FlowDocument {
  const [first = ''] = Object.keys(steps)
  const all: Record<string, StepPlan> = { start: { type: 'entry', exits: { start: first, ...entry } }, ...steps }
  return FlowDocument.parse({
    schemaVersion: 1,
    kind: 'ivr',
    name,
    variables,
    nodes: Object.entries(all).map(([id, { type, config = {} }], i) => ({ id, type, version: 1, config, position: { x: 340 * i, y: 0 } })),
    edges: Object.entries(all).flatMap(([from, { exits = {} }]) => Object.entries(exits).map(([outcome, to]) => ({ from, outcome, to }))),
    notes: [],
  })
}

/** Imports, publishes and assigns by the command line; answers the flow's id. */
export async function publishFlow(product: Product, document: FlowDocument, number: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'patchbay-flow-'))
  try {
    const file = join(folder, 'flow.json')
    writeFileSync(file, JSON.stringify(document))
    const { flowId } = z.object({ flowId: z.string() }).parse(await patchbayJson(product, 'flow', 'import', file))
    await patchbayJson(product, 'flow', 'publish', flowId, '--note', 'by a test')
    await patchbayJson(product, 'number', 'assign', number, flowId)
    return flowId
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
