import type { setUpMonaco } from './monaco-setup'

export type Monaco = ReturnType<typeof setUpMonaco>

let loaded: Monaco | null = null
let loading: Promise<Monaco> | null = null

export const monacoIfLoaded = (): Monaco | null => loaded

/** Loads the code editor once, from this server. */
export function loadMonaco(): Promise<Monaco> {
  loading ??= itsWords()
    .then(() => import('./monaco-setup'))
    .then(({ setUpMonaco }) => {
      loaded = setUpMonaco()
      return loaded
    })
    .catch((error: unknown) => {
      // a network hiccup: the next field that is opened tries again
      loading = null
      throw error
    })
  return loading
}

/** Monaco takes its own words, in another language than English, from what is there when its modules are run. */
async function itsWords(): Promise<void> {
  if (document.documentElement.lang === 'zh-CN') await import('monaco-editor/nls/lang/zh-cn')
}
