import { useEffect } from 'react'
import { isNothing } from '../model/selection'
import { useSession } from '../session/EditorContext'
import { NARROW } from '../session/ui-store'

/** On a narrow page the canvas has the room: the right column comes with a selection and goes with it. */
export function useSideOnDemand() {
  const { editor, ui, canvas } = useSession()
  useEffect(() => {
    let pressed = false
    const follow = () => {
      const { selection } = editor.getState()
      const { side } = ui.getState()
      // a menu that was just opened stays beside its card
      if (pressed || ui.getState().menu || window.innerWidth >= NARROW || side === 'versions') return
      const [step] = selection.nodes
      if (step === undefined) {
        if (side !== null && isNothing(selection)) ui.setState({ side: null })
        return
      }
      if (side !== null) return
      ui.setState({ side: 'inspector' })
      // once the column stands, the card may be behind it
      requestAnimationFrame(() => canvas.current?.reveal(step))
    }
    // nothing moves under a card that is being dragged, or under a marquee
    const press = () => {
      pressed = true
    }
    const release = (event: PointerEvent) => {
      if (!pressed) return
      pressed = false
      // the right button asks for a menu, whose end is waited for
      if (waiting && event.button !== 2) follow()
      waiting = false
    }
    let waiting = false
    const unsubscribe = editor.subscribe((now, before) => {
      if (now.selection === before.selection) return
      waiting = pressed
      follow()
    })
    const unwatch = ui.subscribe((now, before) => {
      if (before.menu && !now.menu) follow()
    })
    window.addEventListener('pointerdown', press, true)
    window.addEventListener('pointerup', release)
    window.addEventListener('pointercancel', release)
    return () => {
      unsubscribe()
      unwatch()
      window.removeEventListener('pointerdown', press, true)
      window.removeEventListener('pointerup', release)
      window.removeEventListener('pointercancel', release)
    }
  }, [editor, ui, canvas])
}
