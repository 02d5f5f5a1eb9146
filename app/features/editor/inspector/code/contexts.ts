import type { Locale } from '@/app/i18n/locales'
import type { ExpressionScope } from '@/engine/flow/expressions'

/** What completion knows of the field that a text belongs to. */
export interface CodeContext {
  readonly scope: ExpressionScope
  readonly locale: Locale
  readonly template: boolean
}

/** By the text's address in the editor, because completion is registered once for all fields. */
export const contexts = new Map<string, () => CodeContext>()
