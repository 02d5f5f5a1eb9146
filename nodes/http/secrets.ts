import { ok, type Result } from '@/engine/errors'
import type { NodeContext } from '@/engine/ports'

const SECRET = /\{\{\s*secret\.([A-Za-z_][\w-]{0,63})\s*\}\}/g

/** Names of the secrets that a template sends. */
export function secretNames(template: string): string[] {
  return [...template.matchAll(SECRET)].map(([, name]) => name ?? '')
}

/**
 * A template with its secrets: expressions never see them, so no flow can keep, speak or compare one. They are put in after
 * everything else has been filled in; `shown` is the same text with dots, for the trace.
 */
export async function renderWithSecrets(context: NodeContext, template: string): Promise<Result<{ sent: string; shown: string }>> {
  const values: string[] = []
  for (const name of secretNames(template)) {
    const value = await context.secrets.reveal(name)
    if (!value.ok) return value
    values.push(value.value)
  }
  // A character that no template can hold marks their places.
  const marked = template.replaceAll('\u0000', '').replace(SECRET, '\u0000')
  const rendered = context.render(marked)
  if (!rendered.ok) return rendered
  const pieces = rendered.value.split('\u0000')
  return ok({
    sent: pieces.map((piece, index) => (index === 0 ? piece : `${values[index - 1] ?? ''}${piece}`)).join(''),
    shown: pieces.join('••••'),
  })
}
