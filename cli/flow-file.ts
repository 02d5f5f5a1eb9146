import { readFileSync } from 'node:fs'
import type { Result } from '@/engine/errors'
import { type FlowDocument, parseDocument } from '@/engine/flow'

/** The flow document of a file; older formats come in today's. Throws where there is no such file. */
export function readFlow(file: string): Result<FlowDocument> {
  const parsed = parseDocument(readFileSync(file, 'utf8'))
  return parsed.ok ? { ok: true, value: parsed.value.document } : parsed
}
