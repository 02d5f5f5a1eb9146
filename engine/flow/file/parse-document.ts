import type { Problem, Result } from '@/engine/errors'
import { issueFindings } from '../config-issues'
import { FlowDocument, SCHEMA_VERSION } from '../document'
import type { NodeFinding } from '../node-kit'
import { measure } from './measure'
import { migrations, type RawDocument } from './migrations'

/** Largest document that is read, in characters of JSON. */
export const MAX_DOCUMENT_SIZE = 5 * 1024 * 1024
/** Issues that the problem's sentence names. */
const NAMED_ISSUES = 3

/** Why something is no document; `issues` say where, for `DOCUMENT_INVALID`. */
export interface DocumentProblem extends Problem {
  readonly issues: readonly NodeFinding[]
}

/**
 * Reads a flow document from its text, or from JSON that is parsed already; older formats are brought up to date.
 * Errors: `DOCUMENT_TOO_LARGE`, `DOCUMENT_NOT_JSON`, `DOCUMENT_INVALID`, `DOCUMENT_TOO_NEW`, `DOCUMENT_TOO_OLD`.
 */
export function parseDocument(input: unknown): Result<{ readonly document: FlowDocument }, DocumentProblem> {
  if (typeof input === 'string' && input.length > MAX_DOCUMENT_SIZE) return tooLarge()
  const json = typeof input === 'string' ? parseJson(input) : { value: input }
  if (!json) return refuse('DOCUMENT_NOT_JSON', 'This is not JSON.')
  const measured = measure(json.value, MAX_DOCUMENT_SIZE)
  if (measured === 'large') return tooLarge()
  if (measured === 'deep') return refuse('DOCUMENT_INVALID', 'This is not a valid flow document: it is nested too deeply.')
  return upToDate(json.value)
}

function upToDate(value: unknown): Result<{ readonly document: FlowDocument }, DocumentProblem> {
  let raw = value
  let version = versionOf(raw)
  if (version !== undefined && version > SCHEMA_VERSION) {
    return refuse('DOCUMENT_TOO_NEW', `The flow was written in format ${version}; this Patchbay reads up to ${SCHEMA_VERSION}.`, {
      version,
      known: SCHEMA_VERSION,
    })
  }
  for (; version !== undefined && version < SCHEMA_VERSION; version++) {
    const migrate = migrations.get(version)
    if (!migrate) return refuse('DOCUMENT_TOO_OLD', `The flow is of format ${version}, which is no longer read.`, { version })
    raw = migrate(raw as RawDocument) // it has a version, so it is an object
  }
  const parsed = FlowDocument.safeParse(raw)
  if (parsed.success) return { ok: true, value: { document: parsed.data } }
  const issues = issueFindings(parsed.error, raw)
  return refuse('DOCUMENT_INVALID', `This is not a valid flow document. ${sentenceOf(issues)}`, undefined, issues)
}

/** `nodes.0.type: This field needs a value.` for the first issues. */
function sentenceOf(issues: readonly NodeFinding[]): string {
  return issues
    .slice(0, NAMED_ISSUES)
    .map(({ path, message }) => `${path?.join('.') || 'document'}: ${message}`)
    .join(' ')
}

function versionOf(value: unknown): number | undefined {
  if (typeof value !== 'object' || value === null || !('schemaVersion' in value)) return undefined
  return typeof value.schemaVersion === 'number' && Number.isSafeInteger(value.schemaVersion) ? value.schemaVersion : undefined
}

function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    // Editors on Windows put a byte order mark in front.
    return { value: JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text) }
  } catch {
    return undefined
  }
}

function tooLarge(): Result<never, DocumentProblem> {
  const megabytes = MAX_DOCUMENT_SIZE / 1024 / 1024
  return refuse('DOCUMENT_TOO_LARGE', `The flow is larger than ${megabytes} MB.`, { megabytes })
}

function refuse(
  code: Problem['code'],
  message: string,
  params?: Problem['params'],
  issues: readonly NodeFinding[] = [],
): Result<never, DocumentProblem> {
  return { ok: false, error: { code, message, issues, ...(params ? { params } : {}) } }
}
