import { fail, ok, type Result } from '@/engine/errors'
import { type FlowDocument, type FlowKind, SCHEMA_VERSION } from '@/engine/flow'
import { nodeDefinitions } from '@/nodes/registry.schema'
import type { FlowChange } from '../../context'
import { newId } from '../../ids'
import { record } from '../audit/record'
import { readDocument, type StoredDocument } from './documents'

/** Makes a flow; without a document its draft holds the start step alone. */
export async function createFlow(
  ctx: FlowChange,
  { name, kind, document }: { readonly name: string; readonly kind: FlowKind; readonly document?: unknown },
): Promise<Result<{ flowId: string }>> {
  const read = readDocument(document === undefined ? emptyDocument(name, kind) : document)
  if (!read.ok) return read
  const given = read.value.document
  if (given.kind !== kind) {
    return fail('INPUT_INVALID', `The document is of the kind ${given.kind}, not ${kind}.`, { field: 'kind', reason: given.kind })
  }
  const named = readDocument({ ...given, name })
  return named.ok ? ok({ flowId: await insertFlow(ctx, named.value) }) : named
}

/** Stores a new flow whose draft is `stored`, at revision 1. */
export async function insertFlow({ prisma, actor }: FlowChange, stored: StoredDocument): Promise<string> {
  const id = newId()
  const { name, kind } = stored.document
  await prisma.$transaction(async (tx) => {
    await tx.flow.create({
      data: {
        id,
        name,
        kind,
        createdById: actor.id,
        updatedById: actor.id,
        draft: { create: { revision: 1, document: stored.text, hash: stored.hash, updatedById: actor.id } },
      },
    })
    await record(tx, actor, { action: 'flow.create', subject: name, subjectId: id })
  })
  return id
}

function emptyDocument(name: string, kind: FlowKind): unknown {
  const start = [...nodeDefinitions.values()].filter((definition) => definition.singleton && definition.kinds.includes(kind))
  const nodes = start.map((definition, index) => ({
    id: definition.type,
    type: definition.type,
    version: definition.version,
    config: definition.defaults,
    position: { x: 0, y: index * 160 },
  }))
  const empty: Omit<FlowDocument, 'nodes'> = { schemaVersion: SCHEMA_VERSION, kind, name, variables: [], edges: [], notes: [] }
  return { ...empty, nodes }
}
