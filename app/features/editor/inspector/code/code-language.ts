/** What a code field holds. */
export type CodeLanguage = 'cel' | 'template' | 'template-json'

export const monacoLanguage: { readonly [L in CodeLanguage]: string } = {
  cel: 'patchbay-cel',
  template: 'patchbay-template',
  'template-json': 'patchbay-template-json',
}
