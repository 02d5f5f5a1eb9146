import { createHash } from 'node:crypto'
import { ok, type Result } from '@/engine/errors'
import { type FlowDocument, formatDocument, parseDocument } from '@/engine/flow'

/** A document as it is stored: canonical text and its hash. */
export interface StoredDocument {
  readonly document: FlowDocument
  readonly text: string
  /** SHA-256 of the text, hex. */
  readonly hash: string
}

/** Checks what somebody sent as a document (text or parsed JSON, any size or shape); `DOCUMENT_*` where it is none. */
export function readDocument(sent: unknown): Result<StoredDocument> {
  const parsed = parseDocument(sent)
  return parsed.ok ? ok(storedForm(parsed.value.document)) : parsed
}

export function storedForm(document: FlowDocument): StoredDocument {
  const text = formatDocument(document)
  return { document, text, hash: createHash('sha256').update(text).digest('hex') }
}
