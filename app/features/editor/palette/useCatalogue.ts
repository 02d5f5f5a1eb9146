import { useMemo } from 'react'
import { useEditor, useSession } from '../session/EditorContext'
import { nodeWords } from '../words/node-words'
import { useNodeWords } from '../words/useNodeWords'
import { type CatalogueItem, catalogue, search } from './catalogue'

const english = nodeWords('en')

/** The step types that can be added here, found by words of the user's language or by their English names. */
export function useCatalogue(query: string): readonly CatalogueItem[] {
  const { definitions } = useSession()
  const kind = useEditor((state) => state.document.kind)
  const words = useNodeWords()
  const all = useMemo(() => catalogue(definitions, kind, words), [definitions, kind, words])
  return useMemo(() => search(all, query, english), [all, query])
}
