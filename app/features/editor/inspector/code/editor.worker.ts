// Monaco's worker, bundled with the page: nothing is loaded from elsewhere.
import 'monaco-editor/editor/editor.worker'
