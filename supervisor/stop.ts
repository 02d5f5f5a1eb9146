/** A start that cannot go on; the message is for the person at the terminal: what, and what to do about it. */
export class Stop extends Error {
  override readonly name = 'Stop'
}
