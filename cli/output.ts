import { TRPCClientError } from '@trpc/client'
import type { Problem } from '@/engine/errors'
import type { Diagnostic } from '@/engine/flow'

/** `0` ok, `1` findings or a refusal, `2` wrong usage. */
export const exitCodes = { ok: 0, findings: 1, usage: 2 } as const

/** Prints a result: as JSON with `--json`, else in words. */
export function print(json: boolean, value: unknown, words: () => string): void {
  process.stdout.write(`${json ? JSON.stringify(value, null, 2) : words()}\n`)
}

/** `menu.flow.json:ask:PB202 error This field needs a value. (options.0.key)` */
export function diagnosticLine(file: string, { nodeId, severity, code, message, path, outcome }: Diagnostic): string {
  const place = path && path.length > 0 ? ` (${path.join('.')})` : outcome ? ` (${outcome})` : ''
  return `${file}:${nodeId ? `${nodeId}:` : ''}${code} ${severity} ${message}${place}`
}

/** A problem as a program and as a person reads it; exit code 1. */
export function printProblem(json: boolean, problem: Problem, diagnostics: readonly Diagnostic[] = []): void {
  if (json) process.stdout.write(`${JSON.stringify({ error: problem, diagnostics }, null, 2)}\n`)
  else
    process.stderr.write(
      `${[...diagnostics.map((found) => diagnosticLine('flow', found)), `${problem.code}: ${problem.message}`].join('\n')}\n`,
    )
  process.exitCode = exitCodes.findings
}

/** A refusal of the API as a problem and, where a flow has errors, its findings; undefined for anything unexpected. */
export function refusal(error: unknown): { readonly problem: Problem; readonly diagnostics: readonly Diagnostic[] } | undefined {
  if (!(error instanceof TRPCClientError)) return undefined
  const data: unknown = error.data
  if (typeof data !== 'object' || data === null || !('problem' in data)) {
    return { problem: { code: 'ENGINE_DOWN', message: `Patchbay could not be reached: ${error.message}` }, diagnostics: [] }
  }
  // The server's error formatter writes both.
  const { problem, diagnostics } = data as { problem: Problem; diagnostics?: readonly Diagnostic[] }
  return { problem, diagnostics: diagnostics ?? [] }
}
