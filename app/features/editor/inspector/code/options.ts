import type { editor } from 'monaco-editor/editor'

/** Height of a line, and the space above and below the text, in px. */
export const LINE = 20
export const PADDING = 5

/** A code editor that looks and behaves like a field of a form. */
export function editorOptions({ prose, label }: { prose: boolean; label: string }): editor.IStandaloneEditorConstructionOptions {
  const styles = getComputedStyle(document.documentElement)
  const face = (name: string, fallback: string) => styles.getPropertyValue(name).trim() || fallback
  return {
    ariaLabel: label,
    fontFamily: prose ? face('--mantine-font-family', 'sans-serif') : face('--mantine-font-family-monospace', 'monospace'),
    fontSize: prose ? 13 : 12.5,
    lineHeight: LINE,
    padding: { top: PADDING, bottom: PADDING },
    // a long expression on one line is read whole: it wraps, and the field grows with it
    wordWrap: 'on',
    wrappingStrategy: 'advanced',
    wordBreak: 'normal',
    scrollbar: { vertical: 'auto', horizontal: 'hidden', verticalScrollbarSize: 6, alwaysConsumeMouseWheel: false },
    // Tab leaves the field, as in any form; while the list of completions is open it takes the chosen one
    tabFocusMode: true,
    // the old way of input: assistive technology and input methods know it in every browser
    editContext: false,
    accessibilitySupport: 'auto',
    automaticLayout: true,
    fixedOverflowWidgets: true,
    minimap: { enabled: false },
    lineNumbers: 'off',
    lineNumbersMinChars: 0,
    lineDecorationsWidth: 9,
    glyphMargin: false,
    folding: false,
    overviewRulerLanes: 0,
    overviewRulerBorder: false,
    hideCursorInOverviewRuler: true,
    renderLineHighlight: 'none',
    scrollBeyondLastLine: false,
    scrollBeyondLastColumn: 2,
    contextmenu: false,
    links: false,
    occurrencesHighlight: 'off',
    selectionHighlight: false,
    matchBrackets: 'near',
    stickyScroll: { enabled: false },
    unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: false, nonBasicASCII: false },
    quickSuggestions: { other: true, comments: false, strings: false },
    quickSuggestionsDelay: 60,
    suggestOnTriggerCharacters: true,
    wordBasedSuggestions: 'off',
    acceptSuggestionOnCommitCharacter: false,
    suggest: { showWords: false, preview: false, showStatusBar: false, localityBonus: false },
    suggestLineHeight: 24,
    suggestFontSize: 12,
    hover: { enabled: 'on', delay: 300 },
    roundedSelection: true,
    guides: { indentation: false, bracketPairs: false },
  }
}
