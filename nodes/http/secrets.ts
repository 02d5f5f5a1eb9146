import { randomUUID } from 'node:crypto'
import { ok, type Result } from '@/engine/errors'
import type { ValueWriter } from '@/engine/flow'
import type { NodeContext } from '@/engine/ports'

const SECRET = /\{\{\s*secret\.([A-Za-z_][\w-]{0,63})\s*\}\}/g

/** How a template's values and secrets are written where they stand. */
export interface Writers {
  readonly value: ValueWriter
  readonly secret?: ValueWriter
}

/**
 * A template with its secrets: expressions never see them, so no flow can keep, speak or compare one. They are put in after
 * everything else has been filled in; `shown` is the same text with dots, for the trace.
 */
export async function renderWithSecrets(
  context: NodeContext,
  template: string,
  { value, secret = value }: Writers,
): Promise<Result<{ sent: string; shown: string }>> {
  const secrets = new Map<string, string>()
  for (const [, name = ''] of template.matchAll(SECRET)) {
    const found = await context.secrets.reveal(name)
    if (!found.ok) return found
    secrets.set(name, found.value)
  }
  // Marks their places; nobody can have put it into a value.
  const mark = randomUUID()
  const written: string[] = []
  const marked = template.replace(SECRET, (_, name: string) => `{{ "${mark}${name}" }}`)
  const rendered = context.render(marked, (one, before) => {
    if (typeof one !== 'string' || !one.startsWith(mark)) return value(one, before)
    const text = secret(secrets.get(one.slice(mark.length)) ?? '', before)
    // A server may send back what it was sent.
    context.hide(text)
    written.push(text)
    return mark
  })
  if (!rendered.ok) return rendered
  const pieces = rendered.value.split(mark)
  return ok({
    sent: pieces.map((piece, index) => (index === 0 ? piece : `${written[index - 1] ?? ''}${piece}`)).join(''),
    shown: pieces.join('••••'),
  })
}
