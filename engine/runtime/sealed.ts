import { ok, type Result } from '@/engine/errors'
import type { Json } from '@/engine/flow'
import type { Vault } from '@/engine/vault'

/** How a masked value stands in variables, snapshots and memos. */
export interface SealedJson {
  readonly [key: string]: Json
  readonly $sealed: string
}

/** What a trace shows in place of a masked value. */
export const DOTS = '••••'

export function isSealed(value: Json | undefined): value is SealedJson {
  return typeof value === 'object' && value !== null && '$sealed' in value && typeof value.$sealed === 'string'
}

export function sealJson(vault: Vault, value: Json): SealedJson {
  return { $sealed: vault.seal(JSON.stringify(value)) }
}

/** `SECRET_UNREADABLE` when another key sealed it. */
export function openJson(vault: Vault, { $sealed }: SealedJson): Result<Json> {
  const opened = vault.open($sealed)
  return opened.ok ? ok(JSON.parse(opened.value) as Json) : opened // what was sealed was JSON
}

/** A value for the trace: sealed ones, and every text that has been revealed from one, become dots. */
export function dotted(value: Json, revealed: ReadonlySet<string>): Json {
  if (isSealed(value)) return DOTS
  if (typeof value === 'string') return dottedText(value, revealed)
  if (typeof value === 'number') return revealed.has(String(value)) ? DOTS : value
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item: Json) => dotted(item, revealed))
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, dotted(item, revealed)]))
}

export function dottedText(text: string, revealed: ReadonlySet<string>): string {
  let shown = text
  for (const secret of revealed) shown = shown.replaceAll(secret, DOTS)
  return shown
}

/** Every text in a revealed value that could give it away again. */
export function textsOf(value: Json): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value]
  if (typeof value === 'number') return [String(value)]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsOf)
}
