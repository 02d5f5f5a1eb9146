import { useEffect, useState } from 'react'
import type { FlowDocument } from '@/engine/flow'
import { useSession } from './EditorContext'

const AFTER_MS = 150

/** The document as it was at the last pause: for what need not follow every key. */
export function useRestingDocument(): FlowDocument {
  const { editor } = useSession()
  const [document, setDocument] = useState(() => editor.getState().document)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const take = () => setDocument(editor.getState().document)
    take()
    const stop = editor.subscribe((now, before) => {
      if (now.document === before.document) return
      clearTimeout(timer)
      timer = setTimeout(take, AFTER_MS)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [editor])
  return document
}
