import { TRPCClientError } from '@trpc/client'
import type { Problem } from '@/engine/errors'
import type { Diagnostic } from '@/engine/flow'

/** `0` ok, `1` findings or a refusal, `2` wrong usage. */
export const exitCodes = { ok: 0, findings: 1, usage: 2 } as const

/** Prints a result: as JSON with `--json`, else in words. */
export function print(json: boolean, value: unknown, words: () => string): void {
  process.stdout.write(`${json ? JSON.stringify(value, null, 2) : words()}\n`)
}

/** Rows as columns of equal width. */
export function table(rows: readonly (readonly (string | number | null | undefined)[])[]): string {
  const texts = rows.map((row) => row.map((cell) => String(cell ?? '')))
  const widths = texts.reduce<number[]>((all, row) => row.map((cell, index) => Math.max(all[index] ?? 0, cell.length)), [])
  return texts
    .map((row) =>
      row
        .map((cell, index) => cell.padEnd(widths[index] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** `menu.flow.json:ask: error PB202 This field needs a value. (options.0.key)` */
export function diagnosticLine(file: string, { nodeId, severity, code, message, path, outcome }: Diagnostic): string {
  const place = path && path.length > 0 ? ` (${path.join('.')})` : outcome ? ` (${outcome})` : ''
  return `${file}${nodeId ? `:${nodeId}` : ''}: ${severity} ${code} ${message}${place}`
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
