import { FlowDocument, SCHEMA_VERSION } from '@/engine/flow'

const MAX_BYTES = 10 * 1024 * 1024
const SHOWN_ISSUES = 5

/** What a chosen file turned out to be. */
export type ReadFile =
  | { readonly ok: true; readonly document: FlowDocument }
  | { readonly ok: false; readonly reason: 'notJson' | 'tooLarge' | 'tooNew' }
  | { readonly ok: false; readonly reason: 'invalid'; readonly issues: readonly { path: string; reason: string }[]; readonly more: number }

/** Reads a flow file; `size` in bytes. Nothing is sent anywhere. */
export function readFlowText(text: string, size: number): ReadFile {
  if (size > MAX_BYTES) return { ok: false, reason: 'tooLarge' }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { ok: false, reason: 'notJson' }
  }
  const version = typeof json === 'object' && json !== null && 'schemaVersion' in json ? json.schemaVersion : undefined
  if (typeof version === 'number' && version > SCHEMA_VERSION) return { ok: false, reason: 'tooNew' }
  const parsed = FlowDocument.safeParse(json)
  if (parsed.success) return { ok: true, document: parsed.data }
  const issues = parsed.error.issues.map((issue) => ({ path: issue.path.map(String).join('.') || '(root)', reason: issue.message }))
  return { ok: false, reason: 'invalid', issues: issues.slice(0, SHOWN_ISSUES), more: Math.max(0, issues.length - SHOWN_ISSUES) }
}
