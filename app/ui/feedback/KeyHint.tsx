import { Kbd } from '@mantine/core'
import classes from './KeyHint.module.css'

/** `<KeyHint keys={['mod', 'K']} />` → ⌘K or Ctrl K, by platform. */
export function KeyHint({ keys }: { keys: readonly string[] }) {
  const mac = typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.platform)
  const shown = keys.map((key) =>
    key === 'mod' ? (mac ? '⌘' : 'Ctrl') : key === 'shift' ? '⇧' : key === 'alt' ? (mac ? '⌥' : 'Alt') : key,
  )
  return (
    <span className={classes.keys} aria-hidden suppressHydrationWarning>
      {shown.map((key) => (
        <Kbd key={key} size="xs" suppressHydrationWarning>
          {key}
        </Kbd>
      ))}
    </span>
  )
}
