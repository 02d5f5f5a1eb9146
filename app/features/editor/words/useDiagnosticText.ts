import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import type { Diagnostic } from '@/engine/flow'
import { useNodeWords } from './useNodeWords'

/** A finding's sentence in the user's language; the compiler's own where there is none. Exits are called by their labels. */
export function useDiagnosticText(): (diagnostic: Diagnostic) => string {
  const t = useTranslations('diagnostics')
  const words = useNodeWords()
  return useCallback(
    ({ code, params, message }) => {
      if (!t.has(code)) return message
      const type = params?.type
      const named = typeof type === 'string' ? { ...params, type: words.typeName(type) } : params
      return t(code, { ...named })
    },
    [t, words],
  )
}
