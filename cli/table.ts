export type Cell = string | number | null | undefined

/** Rows as columns of equal width on a terminal, where Chinese characters take two places. */
export function table(rows: readonly (readonly Cell[])[]): string {
  const texts = rows.map((row) => row.map((cell) => String(cell ?? '').replaceAll(/\p{Cc}+/gu, ' ')))
  const widths = texts.reduce<number[]>((all, row) => row.map((cell, index) => Math.max(all[index] ?? 0, width(cell))), [])
  const padded = (cell: string, index: number) => cell + ' '.repeat((widths[index] ?? 0) - width(cell))
  return texts.map((row) => row.map(padded).join('  ').trimEnd()).join('\n')
}

/** A table, or a sentence where there are no rows. */
export function listing(head: readonly string[], rows: readonly (readonly Cell[])[], none: string): string {
  return rows.length === 0 ? none : table([head, ...rows])
}

/** East Asian wide and fullwidth characters (UAX #11), as terminals draw them. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u

function width(text: string): number {
  return [...text].reduce((sum, character) => sum + (wide.test(character) ? 2 : 1), 0)
}

/** `2026-11-22 06:05:12` in this machine's time. */
export function time(date: Date | null): string {
  if (!date) return ''
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`
}

export function seconds(ms: number | null): string {
  return ms === null ? '' : `${(ms / 1000).toFixed(1)} s`
}
