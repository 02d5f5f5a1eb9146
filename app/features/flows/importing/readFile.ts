import { type FlowDocument, type NodeFinding, parseDocument } from '@/engine/flow'

const SHOWN_ISSUES = 5

/** What a chosen file turned out to be. */
export type ReadFile =
  | { readonly ok: true; readonly document: FlowDocument }
  | { readonly ok: false; readonly reason: 'notJson' | 'tooLarge' | 'tooNew' }
  | { readonly ok: false; readonly reason: 'invalid'; readonly issues: readonly NodeFinding[]; readonly more: number }

/** Reads a flow file. Nothing is sent anywhere. */
export function readFlowText(text: string): ReadFile {
  const read = parseDocument(text)
  if (read.ok) return { ok: true, document: read.value.document }
  const { code, issues } = read.error
  if (code === 'DOCUMENT_TOO_LARGE') return { ok: false, reason: 'tooLarge' }
  if (code === 'DOCUMENT_NOT_JSON') return { ok: false, reason: 'notJson' }
  if (code === 'DOCUMENT_TOO_NEW') return { ok: false, reason: 'tooNew' }
  return { ok: false, reason: 'invalid', issues: issues.slice(0, SHOWN_ISSUES), more: Math.max(0, issues.length - SHOWN_ISSUES) }
}
