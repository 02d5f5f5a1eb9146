'use client'

import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { type PageProblem, problemOf } from './problem'

/** `text(error)`: one sentence, in the reader's language, for anything that was thrown or returned. */
export function useProblemText(): (error: unknown) => string {
  const t = useTranslations('errors')
  const common = useTranslations('common')
  return useCallback(
    (error) => {
      const problem: PageProblem = problemOf(error)
      if (problem.code === 'OFFLINE') return common('offline')
      return t.has(problem.code) ? t(problem.code, problem.params) : problem.message
    },
    [t, common],
  )
}
