import { useCallback, useLayoutEffect, useRef } from 'react'

/** The same function for every drawing, which does what the last drawn one does: for parts that are only drawn when something of theirs changed. */
export function useStable<A extends readonly unknown[], R>(run: (...args: A) => R): (...args: A) => R {
  const latest = useRef(run)
  useLayoutEffect(() => {
    latest.current = run
  })
  return useCallback((...args) => latest.current(...args), [])
}
