import { readFileSync } from 'node:fs'
import { type FlowDocument, parseDocument } from '@/engine/flow'
import { UsageError } from './usage-error'

/** The flow document of a file; older formats come in today's. */
export function readFlow(file: string): FlowDocument {
  const parsed = parseDocument(readFileSync(file, 'utf8'))
  if (!parsed.ok) throw new UsageError(`${file}: ${parsed.error.code} ${parsed.error.message}`)
  return parsed.value.document
}
