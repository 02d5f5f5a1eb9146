import { check } from '@/engine/compiler'
import { ok, type Result } from '@/engine/errors'
import type { Diagnostic } from '@/engine/flow'
import { nodeDefinitions } from '@/nodes/registry.schema'
import type { Database } from '@/prisma/client'
import { readDocument } from './documents'
import { compileEnvironment } from './environment'

/** Everything wrong with a document, were it published on this instance. */
export async function checkDocument(prisma: Database, sent: unknown, flowId: string | null): Promise<Result<readonly Diagnostic[]>> {
  const read = readDocument(sent)
  if (!read.ok) return read
  return ok(check(read.value.document, nodeDefinitions, await compileEnvironment(prisma, flowId)))
}
