/** The first number from 7001 on that leads nowhere yet: `suggestNumber(['7000', '7001'])` → `'7002'`. */
export function suggestNumber(taken: readonly string[]): string {
  const used = new Set(taken)
  for (let number = 7001; number < 10_000; number++) if (!used.has(String(number))) return String(number)
  return ''
}
