/** What an expression looks at. */
export interface Reads {
  readonly roots: Set<string>
  /** Names of variables. */
  readonly variables: Set<string>
  /** It uses `flow` as a whole or by a computed name, so any variable may be read. */
  wholeFlow: boolean
}
