import { useCallback } from 'react'
import { usePhonePanel } from '@/app/features/phone'
import { useSession } from '../session/EditorContext'
import { useFlowMeta } from '../session/useFlowMeta'

/** Calls the flow from the page; where that would not be what is drawn, or cannot be, it is asked first. `changed`: not all is published. */
export function useCallIt(changed: boolean): () => void {
  const { flowId, ui } = useSession()
  const { live, numbers } = useFlowMeta()
  const phone = usePhonePanel()
  const [number] = numbers
  const ready = live !== null && number !== undefined && !changed
  return useCallback(() => {
    if (ready) phone.open({ number, flowId, call: true })
    else ui.setState({ dialog: 'call' })
  }, [ready, number, flowId, phone, ui])
}
