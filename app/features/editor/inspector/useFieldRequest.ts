import { type RefObject, useEffect } from 'react'
import { useSession, useUi } from '../session/EditorContext'

const focusable = 'input:not([type="hidden"]), textarea, select, button, [tabindex="0"], [role="textbox"]'

/** Gives the field of a step (null: of the flow) that was asked for the focus (a problem was clicked, Enter on a card): the nearest one on its path. */
export function useFieldRequest(root: RefObject<HTMLElement | null>, id: string | null) {
  const { ui } = useSession()
  const request = useUi((state) => (state.field && state.field.nodeId === id ? state.field : null))
  useEffect(() => {
    if (!request) return
    // a folded section opens first
    const timer = setTimeout(() => {
      // once: whoever selects this step later has not asked for the field
      ui.setState({ field: null })
      const element = target(root.current, request.path)
      element?.focus({ preventScroll: true })
      element?.scrollIntoView({ block: 'nearest', behavior: 'smooth' })
    }, 160)
    return () => clearTimeout(timer)
  }, [request, root, ui])
}

function target(root: HTMLElement | null, path: readonly (string | number)[]): HTMLElement | null {
  if (!root) return null
  for (let length = path.length; length > 0; length--) {
    const wanted = JSON.stringify(path.slice(0, length))
    const field = [...root.querySelectorAll<HTMLElement>('[data-field]')].find((element) => element.dataset.field === wanted)
    if (field) return field.matches(focusable) ? field : field.querySelector<HTMLElement>(focusable)
  }
  // no field in particular: the first one of the form, else the name
  return (
    root.querySelector<HTMLElement>(`[data-field]:not([data-field='["$name"]']) :is(${focusable})`) ??
    root.querySelector<HTMLElement>(focusable)
  )
}
