/** One `name = value` line; `false` leaves it out. */
export type Line = readonly [name: string, value: string | number | boolean | undefined]

/** A section of an Asterisk configuration file; `template` as in `[phone](!)`. */
export interface Section {
  readonly name: string
  readonly lines: readonly Line[]
}

/** Renders sections as Asterisk reads them; lines whose value is `undefined` are left out. */
export function ini(...sections: readonly Section[]): string {
  return sections.map(({ name, lines }) => `[${name}]\n${lines.map(line).join('')}`).join('\n')
}

function line([name, value]: Line): string {
  if (value === undefined) return ''
  return `${name} = ${typeof value === 'boolean' ? (value ? 'yes' : 'no') : semicolons(String(value))}\n`
}

/** `;` begins a comment unless escaped. Line ends are refused before (see `check.ts`). */
function semicolons(text: string): string {
  return text.replaceAll(';', '\\;')
}
