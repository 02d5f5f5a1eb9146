/** The oldest Node that everything here runs on: Next's own bound. */
const OLDEST = [20, 9]

/** What to say where Node is too old, else undefined: `nodeTooOld('20.8.1')`. */
export function nodeTooOld(version) {
  const [major, minor] = version.split('.').map(Number)
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return undefined
  return `Patchbay needs Node ${OLDEST.join('.')} or newer; this is v${version}.\n  Remedy: install Node 20 LTS and run the same command again.`
}
