import { type RefObject, useEffect } from 'react'
import { useActions, useEditor } from '../session/EditorContext'
import { takesText } from './match'

/** Ctrl+C, X and V over the system's clipboard: the browser's own events need no permission. */
export function useClipboardEvents(root: RefObject<HTMLElement | null>) {
  const actions = useActions()
  const readOnly = useEditor((state) => state.readOnly)
  useEffect(() => {
    const ours = (event: ClipboardEvent) => {
      const inside = event.target === document.body || (event.target instanceof Node && root.current?.contains(event.target))
      // selected words on the page (a problem's sentence, say) are copied as usual
      const words = event.type !== 'paste' && (getSelection()?.toString() ?? '') !== ''
      return inside && !takesText(event.target) && !words && !document.querySelector('[aria-modal="true"]')
    }
    const onCopy = (event: ClipboardEvent) => {
      if (!ours(event)) return
      const text = actions.copyText()
      if (text === null) return
      event.clipboardData?.setData('text/plain', text)
      event.preventDefault()
      if (event.type === 'cut' && !readOnly) actions.cutSelection()
    }
    const onPaste = (event: ClipboardEvent) => {
      if (!ours(event) || readOnly) return
      if (actions.pasteText(event.clipboardData?.getData('text/plain') ?? '')) event.preventDefault()
    }
    document.addEventListener('copy', onCopy)
    document.addEventListener('cut', onCopy)
    document.addEventListener('paste', onPaste)
    return () => {
      document.removeEventListener('copy', onCopy)
      document.removeEventListener('cut', onCopy)
      document.removeEventListener('paste', onPaste)
    }
  }, [actions, readOnly, root])
}
