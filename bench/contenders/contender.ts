/** One of the ways to run the menu. */
export interface Contender {
  readonly name: 'dialplan' | 'script' | 'patchbay'
  /** The number that reaches it. */
  readonly number: string
  /** The process that decides what is played; none for the dialplan, which is part of Asterisk. */
  readonly pid?: number
  stop(): Promise<void>
}
