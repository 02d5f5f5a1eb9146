'use client'

import { useCallback, useState } from 'react'
import type { Call } from './CallHeader'

export type Step = Call['sessions'][number]['steps'][number]

/**
 * The step that drawing and trace both show. Until one picks another, that is where a call under way is now, and where one
 * that failed went wrong.
 */
export function useSelectedStep(steps: readonly Step[] | undefined) {
  const [picked, setPicked] = useState<number | null | undefined>(undefined)
  const last = steps?.at(-1)
  const byItself = last?.leftAt === null ? last : steps?.find(({ errorCode }) => errorCode !== null)
  const selected = picked === undefined ? byItself : steps?.find(({ visit }) => visit === picked)
  const select = useCallback((visit: number | null) => setPicked(visit), [])
  const selectNode = useCallback(
    (node: string | null) => {
      // `node` is a step's path, its modules' steps belong to it. The drawing knows steps, not visits: go through the visits of that step, one at a click.
      const visits = steps?.filter(({ path }) => path === node || path.startsWith(`${node}.`)).map(({ visit }) => visit) ?? []
      setPicked((before) => {
        const at = before === null || before === undefined ? -1 : visits.indexOf(before)
        return visits[(at + 1) % Math.max(1, visits.length)] ?? null
      })
    },
    [steps],
  )
  return { selected, select, selectNode }
}
