import 'monaco-editor/features/codeEditor/register'
import 'monaco-editor/features/codicon/register'
import 'monaco-editor/features/bracketMatching/register'
import 'monaco-editor/features/caretOperations/register'
import 'monaco-editor/features/clipboard/register'
import 'monaco-editor/features/cursorUndo/register'
import 'monaco-editor/features/hover/register'
import 'monaco-editor/features/snippet/register'
import 'monaco-editor/features/suggest/register'
import 'monaco-editor/features/wordOperations/register'
// the list of completions itself, which `features/suggest` leaves out
import 'monaco-editor/editor/contrib/suggest/browser/suggestController'
import { editor, KeyCode, languages, MarkerSeverity, Range } from 'monaco-editor/editor'
import { registerLanguages } from './languages'
import { provideCompletions, provideHovers } from './providers'
import { defineThemes } from './themes'

const api = { editor, languages, KeyCode, MarkerSeverity, Range }
export type MonacoApi = typeof api

/** Prepares the code editor: its worker from this server, our languages, completion, hovers, both themes. */
export function setUpMonaco(): MonacoApi {
  globalThis.MonacoEnvironment = {
    getWorker: () => new Worker(new URL('./editor.worker.ts', import.meta.url), { type: 'module' }),
  }
  registerLanguages(api)
  provideCompletions(api)
  provideHovers(api)
  defineThemes(api)
  return api
}
