import type { setUpMonaco } from './monaco-setup'

export type Monaco = ReturnType<typeof setUpMonaco>

let loaded: Monaco | null = null
let loading: Promise<Monaco> | null = null

export const monacoIfLoaded = (): Monaco | null => loaded

/** Loads the code editor once, from this server. */
export function loadMonaco(): Promise<Monaco> {
  loading ??= import('./monaco-setup')
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
