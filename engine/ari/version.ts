/**
 * Whether a feature is in `version`, given the first minor version that has it in each major one; later majors have
 * it, earlier ones do not: `atLeast('22.10.1', { 20: 14, 21: 9, 22: 4 })`.
 */
export function atLeast(version: string, since: Readonly<Record<number, number>>): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const first = since[major]
  return first === undefined ? major > Math.max(...Object.keys(since).map(Number)) : minor >= first
}
