import { useEditor, useSurroundings } from './EditorContext'

/** The language that is spoken where a prompt names none: the entry's. */
export function useFlowLanguage(): string {
  const explain = useSurroundings((state) => state.explain)
  return useEditor((state) => {
    const entry = state.document.nodes.find((node) => explain(node).definition?.singleton)
    const language = entry?.config.language
    return typeof language === 'string' ? language : 'en'
  })
}
