import { Portal } from '@mantine/core'
import { IconBan } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useSession, useUi } from '../session/EditorContext'
import classes from './PointerHint.module.css'

const SHOWN_MS = 3_200

/** Why something was refused, right where it was tried. */
export function PointerHint() {
  const { ui } = useSession()
  const hint = useUi((state) => state.hint)
  useEffect(() => {
    if (!hint) return
    const timer = setTimeout(() => ui.setState({ hint: null }), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [hint, ui])
  return (
    <Portal>
      <div aria-live="assertive" role="alert">
        {hint && (
          <div
            key={hint.nonce}
            className={classes.hint}
            style={{
              left: Math.min(hint.screen.x + 14, window.innerWidth - 300),
              top: Math.min(hint.screen.y + 14, window.innerHeight - 60),
            }}
          >
            <IconBan size={15} stroke={2} aria-hidden />
            {hint.text}
          </div>
        )}
      </div>
    </Portal>
  )
}
