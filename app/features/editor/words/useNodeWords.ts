import { useLocale } from 'next-intl'
import { useMemo } from 'react'
import { type NodeWords, nodeWords } from './node-words'

/** The node types' words in the user's language. */
export function useNodeWords(): NodeWords {
  const locale = useLocale()
  return useMemo(() => nodeWords(locale), [locale])
}
