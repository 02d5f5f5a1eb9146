import { useEffect, useState } from 'react'
import { loadMonaco, type Monaco, monacoIfLoaded } from './load-monaco'

/** The code editor once it is loaded; fields take it over one by one while the browser is idle, so that none of it is felt. */
export function useMonaco(): Monaco | null {
  const [monaco, setMonaco] = useState<Monaco | null>(null)
  useEffect(() => {
    let current = true
    let idle: number | undefined
    const take = (loaded: Monaco) => {
      const apply = () => current && setMonaco(() => loaded)
      if ('requestIdleCallback' in window) idle = requestIdleCallback(apply, { timeout: 500 })
      else setTimeout(apply)
    }
    const loaded = monacoIfLoaded()
    if (loaded) take(loaded)
    // without it the plain field stays, which does all that is needed
    else loadMonaco().then(take, () => undefined)
    return () => {
      current = false
      if (idle !== undefined) cancelIdleCallback(idle)
    }
  }, [])
  return monaco
}
