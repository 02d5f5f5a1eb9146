import { useEffect } from 'react'
import { useTRPCClient } from '@/app/features/shared/trpc'
import { validate } from '@/engine/compiler'
import { equal } from '../model/equal'
import { useSession } from '../session/EditorContext'
import { beyond } from './server-findings'

const AFTER_MS = 900

/** Asks the server, too, once the draft is saved: it knows the modules themselves, and what it finds is what stops publishing. */
export function useServerFindings() {
  const { flowId, editor, ui, autosave, surroundings, definitions } = useSession()
  const client = useTRPCClient()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let asked: AbortController | undefined
    const ask = async () => {
      const { document } = editor.getState()
      const request = new AbortController()
      asked = request
      try {
        const found = await client.flows.validate.mutate({ flowId, document }, { signal: request.signal })
        const serverFindings = beyond(validate(document, definitions, surroundings.getState().check), found)
        if (!request.signal.aborted && !equal(ui.getState().serverFindings, serverFindings)) ui.setState({ serverFindings })
      } catch {
        // the browser's own findings stand, and publishing asks the server again
      }
    }
    const soon = () => {
      clearTimeout(timer)
      asked?.abort()
      if (autosave.state.getState().kind === 'saved') timer = setTimeout(() => void ask(), AFTER_MS)
    }
    soon()
    const unsubscribe = [
      autosave.state.subscribe(soon),
      // a module was published meanwhile, or one is about to publish
      surroundings.subscribe(soon),
      ui.subscribe((now, before) => now.dialog !== before.dialog && now.dialog === 'publish' && soon()),
    ]
    return () => {
      clearTimeout(timer)
      asked?.abort()
      for (const stop of unsubscribe) stop()
    }
  }, [flowId, editor, ui, autosave, surroundings, definitions, client])
}
