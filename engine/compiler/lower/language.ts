import { configFields, type NodeDefinition } from '@/engine/flow'

/** The language that a start step's config names. */
export function languageOf(entryConfig: unknown): string {
  const named = typeof entryConfig === 'object' && entryConfig !== null && 'language' in entryConfig ? entryConfig.language : undefined
  return typeof named === 'string' ? named : 'en'
}

/**
 * A module's words are spoken in the module's own language, whatever flow runs it: prompts that name none are given it.
 * Returns the config itself where it has no prompts.
 */
export function inLanguage(definition: NodeDefinition, config: unknown, language: string): unknown {
  const prompts = configFields(definition, config).filter(({ meta }) => meta.input.kind === 'prompts')
  return prompts.reduce((changed, { path, value }) => setIn(changed, path, spokenIn(value, language)), config)
}

function spokenIn(prompts: unknown, language: string): unknown {
  if (!Array.isArray(prompts)) return prompts
  return prompts.map((prompt: object) =>
    'kind' in prompt && prompt.kind !== 'sound' && !('language' in prompt) ? { ...prompt, language } : prompt,
  )
}

/** A copy of `value` with `inner` at the path; what is not on the way is shared. */
function setIn(value: unknown, [key, ...rest]: readonly (string | number)[], inner: unknown): unknown {
  if (key === undefined) return inner
  if (Array.isArray(value)) return value.map((item, index) => (index === key ? setIn(item, rest, inner) : item))
  if (typeof value !== 'object' || value === null) return value
  const record = value as Readonly<Record<string, unknown>> // an object, read by key
  return { ...record, [key]: setIn(record[key], rest, inner) }
}
