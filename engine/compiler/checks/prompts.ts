import { type ConfigField, checkExpression, finding, isSpoken, type NodeFinding, type Prompt, Prompts } from '@/engine/flow'
import type { Surroundings } from '../analysis'
import { checkText } from './expressions'

/** PB202, PB203, PB207, PB215 and PB401–PB403 of a prompt list. */
export function checkPrompts({ path, meta, value }: ConfigField, around: Surroundings): NodeFinding[] {
  const prompts = Prompts.safeParse(value)
  if (meta.input.kind !== 'prompts' || !prompts.success) return []
  if (prompts.data.length === 0) return meta.input.required ? [finding('PB202', 'error', { path })] : []
  return prompts.data.flatMap((prompt, index) => checkPrompt(prompt, [...path, index], around))
}

function checkPrompt(prompt: Prompt, path: ConfigField['path'], around: Surroundings): NodeFinding[] {
  const scope = { variables: around.variables }
  const at = (key: string, found: readonly NodeFinding[]) => found.map((one) => ({ ...one, path: [...path, key] }))
  switch (prompt.kind) {
    case 'text':
      return [
        ...at('text', speakable(prompt.text) ? checkText(prompt.text, scope, around) : [finding('PB203', 'error')]),
        ...at('language', checkLanguage(prompt.language)),
      ]
    case 'sound':
      return at('sound', checkSound(prompt.sound, around))
    case 'value':
      return [
        ...at('value', prompt.value.trim() === '' ? [finding('PB202', 'error')] : checkExpression(prompt.value, scope)),
        ...at('language', checkLanguage(prompt.language)),
      ]
  }
}

/** A letter or a digit of any script, or an expression that may bring some. */
function speakable(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text) || text.includes('{{')
}

function checkLanguage(language: string | undefined): NodeFinding[] {
  return language === undefined || isSpoken(language) ? [] : [finding('PB215', 'error', { params: { language } })]
}

function checkSound(sound: string, { context: { sounds } }: Surroundings): NodeFinding[] {
  if (sound === '') return [finding('PB202', 'error')]
  return sounds === 'unknown' || sounds.has(sound) ? [] : [finding('PB207', 'error', { params: { name: sound } })]
}
