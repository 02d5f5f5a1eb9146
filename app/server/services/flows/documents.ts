import { createHash } from 'node:crypto'
import { fail, ok, type Result } from '@/engine/errors'
import { FlowDocument } from '@/engine/flow'

/** A document as it is stored: canonical text and its hash. */
export interface StoredDocument {
  readonly document: FlowDocument
  readonly text: string
  /** SHA-256 of the text, hex. */
  readonly hash: string
}

/** Checks what somebody sent as a document (parsed JSON, any size or shape); `DOCUMENT_*` where it is none. */
export function readDocument(sent: unknown): Result<StoredDocument> {
  const parsed = parseDocument(sent)
  return parsed.ok ? ok(storedForm(parsed.value)) : parsed
}

export function storedForm(document: FlowDocument): StoredDocument {
  const text = formatDocument(document)
  return { document, text, hash: createHash('sha256').update(text).digest('hex') }
}

function parseDocument(sent: unknown): Result<FlowDocument> {
  const parsed = FlowDocument.safeParse(sent)
  return parsed.success ? ok(parsed.data) : fail('DOCUMENT_INVALID', parsed.error.issues[0]?.message ?? 'not valid')
}
const formatDocument = (document: FlowDocument) => `${JSON.stringify(document, null, 2)}\n`
