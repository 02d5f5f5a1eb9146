import { expressionFunctions, roots } from '@/engine/flow/expressions'
import { monacoLanguage } from './code-language'
import type { MonacoApi } from './monaco-setup'

/** CEL and templates, for colours, brackets and closing quotes. What is right and wrong is the compiler's to say. */
export function registerLanguages({ languages }: MonacoApi) {
  const tokens = {
    rootNames: [...roots, 'input', 'response'],
    functions: expressionFunctions.map(({ name }) => name),
    constants: ['true', 'false', 'null', 'in'],
  }
  const expression: [RegExp, unknown][] = [
    [/[a-zA-Z_]\w*(?=\s*\()/, { cases: { '@functions': 'function', '@default': 'function' } }],
    [/[a-zA-Z_]\w*/, { cases: { '@constants': 'keyword', '@rootNames': 'type', '@default': 'identifier' } }],
    [/\d+(\.\d+)?([eE][+-]?\d+)?u?/, 'number'],
    [/"([^"\\]|\\.)*"?/, 'string'],
    [/'([^'\\]|\\.)*'?/, 'string'],
    [/&&|\|\||[!=<>]=|[<>!?:+\-*/%]/, 'operator'],
    [/[()[\]{}.,]/, 'delimiter'],
  ]
  const brackets = [
    ['(', ')'],
    ['[', ']'],
  ] as [string, string][]
  const pairs = [
    { open: '(', close: ')' },
    { open: '[', close: ']' },
    { open: '"', close: '"', notIn: ['string'] },
    { open: "'", close: "'", notIn: ['string'] },
  ]

  languages.register({ id: monacoLanguage.cel })
  languages.setMonarchTokensProvider(monacoLanguage.cel, { ...tokens, tokenizer: { root: expression } } as never) // monarch's type knows no extra lists
  languages.setLanguageConfiguration(monacoLanguage.cel, { brackets, autoClosingPairs: pairs, surroundingPairs: pairs })

  for (const id of [monacoLanguage.template, monacoLanguage['template-json']]) {
    const json: [RegExp, unknown][] =
      id === monacoLanguage.template
        ? []
        : [
            [/"([^"\\{]|\\.|\{(?!\{))*"(?=\s*:)/, 'type'],
            [/"/, { token: 'string', next: '@text' }],
            [/\b(true|false|null)\b/, 'keyword'],
            [/-?\d+(\.\d+)?/, 'number'],
          ]
    languages.register({ id })
    languages.setMonarchTokensProvider(id, {
      ...tokens,
      tokenizer: {
        root: [[/\{\{/, { token: 'braces', next: '@inside' }], ...json, [/[^{"\d\-tfn]+/, ''], [/./, '']],
        text: [
          [/\{\{/, { token: 'braces', next: '@inside' }],
          [/[^"{\\]+|\\.|\{/, 'string'],
          [/"/, { token: 'string', next: '@pop' }],
        ],
        inside: [[/\}\}/, { token: 'braces', next: '@pop' }], ...expression],
      },
    } as never) // as above
    // the second brace brings its closing ones along
    const template = [{ open: '{{', close: ' }}' }, ...(id === monacoLanguage.template ? [] : pairs)]
    languages.setLanguageConfiguration(id, { brackets, autoClosingPairs: template, surroundingPairs: pairs })
  }
}
