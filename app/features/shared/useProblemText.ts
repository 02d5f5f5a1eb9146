'use client'

import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { argumentsOf } from '@/app/i18n/icu'
import { problemOf } from './problem'
import { useInputText } from './useInputText'

/** `text(error)`: one sentence, in the reader's language, for anything that was thrown or returned. */
export function useProblemText(): (error: unknown) => string {
  const t = useTranslations('errors')
  const common = useTranslations('common')
  const inputText = useInputText()
  return useCallback(
    (error) => {
      const { code, message, params = {} } = problemOf(error)
      if (code === 'OFFLINE') return common('offline')
      if (code === 'NOT_AN_ANSWER') return common('serverTrouble')
      if (code === 'INPUT_INVALID') return inputText(params) ?? t(code)
      const raw: unknown = t.has(code) ? t.raw(code) : undefined
      // A stored problem may have lost the values that its sentence needs.
      const speakable = typeof raw === 'string' && argumentsOf(raw).every((name) => name in params)
      return speakable ? t(code, { ...params }) : message
    },
    [t, common, inputText],
  )
}
