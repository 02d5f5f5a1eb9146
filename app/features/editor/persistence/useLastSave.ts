import { useEffect } from 'react'
import superjson from 'superjson'
import { useSession } from '../session/EditorContext'

/** Browsers send at most this much from a page that closes. */
const KEEPALIVE_BYTES = 60_000

/** Saves at once when the page is hidden, and with its last breath when it closes; what is too large waits on this machine. */
export function useLastSave() {
  const { autosave, flowId } = useSession()
  useEffect(() => {
    const hidden = () => {
      if (document.visibilityState === 'hidden') void autosave.flush()
    }
    const closing = () => {
      const unsaved = autosave.unsaved()
      if (!unsaved) return
      autosave.keep()
      const body = JSON.stringify(superjson.serialize({ flowId, document: unsaved.document, baseRevision: unsaved.revision }))
      if (body.length < KEEPALIVE_BYTES)
        void fetch('/api/trpc/flows.saveDraft', {
          method: 'POST',
          body,
          keepalive: true,
          headers: { 'content-type': 'application/json' },
        }).catch(
          () => undefined, // the copy on this machine is merged on the next visit
        )
    }
    const back = () => void autosave.flush()
    document.addEventListener('visibilitychange', hidden)
    window.addEventListener('pagehide', closing)
    window.addEventListener('online', back)
    return () => {
      document.removeEventListener('visibilitychange', hidden)
      window.removeEventListener('pagehide', closing)
      window.removeEventListener('online', back)
      // leaving for another page of the app: the page lives on, so an ordinary save does
      void autosave.flush()
    }
  }, [autosave, flowId])
}
