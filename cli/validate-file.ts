import type { Problem } from '@/engine/errors'
import type { Diagnostic, FlowDocument } from '@/engine/flow'
import { readFlow } from './flow-file'
import { diagnosticLine } from './output'

export interface CheckedFile {
  readonly file: string
  /** Why the file could not be read as a flow at all. */
  readonly problem: Problem | null
  readonly diagnostics: readonly Diagnostic[]
  readonly errors: number
  readonly lines: readonly string[]
}

/** What is wrong with a document. */
export type CheckFlow = (document: FlowDocument) => Promise<readonly Diagnostic[]>

/** Reads one file and checks its document. */
export async function validateFile(file: string, check: CheckFlow): Promise<CheckedFile> {
  const read = readFlow(file)
  if (!read.ok) {
    const { code, message } = read.error
    return { file, problem: read.error, diagnostics: [], errors: 1, lines: [`${file}:${code} error ${message}`] }
  }
  const diagnostics = await check(read.value)
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length
  return { file, problem: null, diagnostics, errors, lines: diagnostics.map((found) => diagnosticLine(file, found)) }
}
