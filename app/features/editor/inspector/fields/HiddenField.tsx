/** Kept in the config, not for people. */
export function HiddenField() {
  return null
}
