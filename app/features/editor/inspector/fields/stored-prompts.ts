import { Prompt } from '@/engine/flow'

const known = new WeakMap<object, Prompt | null>()

/** The prompts of a stored list, without what is none; of the same entry always the same prompt. */
export function storedPrompts(value: unknown): Prompt[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((item: unknown) => {
    if (typeof item !== 'object' || item === null) return []
    let prompt = known.get(item)
    if (prompt === undefined) {
      prompt = Prompt.safeParse(item).data ?? null
      known.set(item, prompt)
      // it is what is stored next
      if (prompt) known.set(prompt, prompt)
    }
    return prompt ? [prompt] : []
  })
}
