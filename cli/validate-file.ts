import { readFileSync } from 'node:fs'
import { validate } from '@/engine/compiler'
import type { Problem } from '@/engine/errors'
import { type Diagnostic, parseDocument } from '@/engine/flow'
import { nodeDefinitions } from '@/nodes/registry.schema'
import { diagnosticLine } from './output'

export interface CheckedFile {
  readonly file: string
  /** Why the file could not be read as a flow at all. */
  readonly problem: Problem | null
  readonly diagnostics: readonly Diagnostic[]
  readonly errors: number
  readonly lines: readonly string[]
}

/** Checks one document. What only an installation knows (secrets, sounds) is not asked for; modules count as unpublished. */
export function validateFile(file: string): CheckedFile {
  const parsed = parseDocument(readFileSync(file, 'utf8'))
  if (!parsed.ok) {
    return {
      file,
      problem: parsed.error,
      diagnostics: [],
      errors: 1,
      lines: [`${file}:${parsed.error.code} error ${parsed.error.message}`],
    }
  }
  const diagnostics = validate(parsed.value.document, nodeDefinitions, { modules: new Map(), secrets: 'unknown', sounds: 'unknown' })
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length
  return { file, problem: null, diagnostics, errors, lines: diagnostics.map((found) => diagnosticLine(file, found)) }
}
