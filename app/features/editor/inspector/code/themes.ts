import type { MonacoApi } from './monaco-setup'

/** Our colours on a see-through ground, so that a code field looks like any other. */
export function defineThemes({ editor }: MonacoApi) {
  const rules = (colors: Record<'type' | 'function' | 'string' | 'number' | 'keyword' | 'braces', string>) =>
    Object.entries(colors).map(([token, foreground]) => ({ token, foreground }))
  const ground = { 'editor.background': '#00000000', 'editor.lineHighlightBackground': '#00000000', 'editorGutter.background': '#00000000' }
  editor.defineTheme('patchbay-light', {
    base: 'vs',
    inherit: true,
    rules: rules({ type: '4450c8', function: '0e6f7a', string: '14713f', number: 'a14a12', keyword: '7a3fc2', braces: '5361e3' }),
    colors: {
      ...ground,
      'editor.foreground': '#16191f',
      'editorSuggestWidget.background': '#ffffff',
      'editorSuggestWidget.border': '#d8dbe2',
      'editorHoverWidget.background': '#ffffff',
      'editorHoverWidget.border': '#d8dbe2',
      'editorSuggestWidget.selectedBackground': '#eef0ff',
      'editorSuggestWidget.selectedForeground': '#16191f',
      'editorSuggestWidget.highlightForeground': '#4450c8',
      'editorSuggestWidget.focusHighlightForeground': '#4450c8',
    },
  })
  editor.defineTheme('patchbay-dark', {
    base: 'vs-dark',
    inherit: true,
    rules: rules({ type: 'a0abfa', function: '5cc4cf', string: '7fd3a0', number: 'eb9a63', keyword: 'c3a5f7', braces: '8692f5' }),
    colors: {
      ...ground,
      'editor.foreground': '#e9eaee',
      'editorSuggestWidget.background': '#1d1f25',
      'editorSuggestWidget.border': '#383b44',
      'editorHoverWidget.background': '#1d1f25',
      'editorHoverWidget.border': '#383b44',
      'editorSuggestWidget.selectedBackground': '#2b3152',
      'editorSuggestWidget.selectedForeground': '#e9eaee',
      'editorSuggestWidget.highlightForeground': '#a0abfa',
      'editorSuggestWidget.focusHighlightForeground': '#a0abfa',
    },
  })
}
