import type { editor, IRange, languages as Languages, Position } from 'monaco-editor/editor'
import { type Completion, completionsAt, hoverAt } from '@/engine/flow/expressions'
import { monacoLanguage } from './code-language'
import { contexts } from './contexts'
import type { MonacoApi } from './monaco-setup'

const ids = Object.values(monacoLanguage)

/** Completion: the same that the command line's checker knows, in the user's language. */
export function provideCompletions({ languages }: MonacoApi) {
  const { CompletionItemKind: Kind, CompletionItemInsertTextRule: Rule } = languages
  const kinds: { readonly [K in Completion['kind']]: Languages.CompletionItemKind } = {
    root: Kind.Module,
    variable: Kind.Variable,
    field: Kind.Field,
    function: Kind.Function,
    loop: Kind.Method,
    constant: Kind.Keyword,
  }
  languages.registerCompletionItemProvider(ids, {
    triggerCharacters: ['.', '{'],
    provideCompletionItems: (model, position) => {
      const context = contexts.get(model.uri.toString())?.()
      if (!context) return { suggestions: [] }
      const found = completionsAt(model.getValue(), model.getOffsetAt(position), context.scope, context.locale, context.template)
      return {
        suggestions: found.map((one, index) => ({
          label: one.label,
          kind: kinds[one.kind],
          insertText: one.insert,
          insertTextRules: one.insert.includes('$0') ? Rule.InsertAsSnippet : Rule.None,
          detail: one.detail.split('\n', 1)[0],
          documentation: { value: one.docs },
          range: rangeOf(model, one.range),
          sortText: String(index).padStart(4, '0'),
        })),
      }
    },
  })
}

/** Hovers: what a name is. */
export function provideHovers({ languages }: MonacoApi) {
  for (const id of ids)
    languages.registerHoverProvider(id, {
      provideHover: (model, position: Position) => {
        const context = contexts.get(model.uri.toString())?.()
        if (!context) return null
        const found = hoverAt(model.getValue(), model.getOffsetAt(position), context.scope, context.locale)
        return found ? { contents: [{ value: `\`${found.title}\`` }, { value: found.docs }], range: rangeOf(model, found.range) } : null
      },
    })
}

/** Offsets → line and column. */
export function rangeOf(model: editor.ITextModel, { start, end }: { readonly start: number; readonly end: number }): IRange {
  const from = model.getPositionAt(start)
  const to = model.getPositionAt(Math.max(end, start))
  return { startLineNumber: from.lineNumber, startColumn: from.column, endLineNumber: to.lineNumber, endColumn: to.column }
}
