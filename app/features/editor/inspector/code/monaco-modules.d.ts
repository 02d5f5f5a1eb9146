// Parts of Monaco that ship without types; imported for what they register.
declare module 'monaco-editor/editor/contrib/suggest/browser/suggestController'
declare module 'monaco-editor/editor/editor.worker'
declare module 'monaco-editor/nls/lang/zh-cn'
