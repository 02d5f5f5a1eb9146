/** What one session may use; reaching a bound is an outcome. */
export const bounds = {
  /** Variables of all scopes together, as JSON characters. */
  variables: 256 * 1024,
  /** Steps that handlers may take after a hang-up or after too many steps. */
  handlerSteps: 100,
  /** Times that the error handler may start without the caller pressing a key in between. */
  errorsInARow: 3,
  /** Steps that follow each other in one tick. */
  stepsInTick: 8,
  /** Digits that wait to be read; more are dropped. */
  typeAhead: 64,
  /** What the trace keeps of a step's input, and of its output, in JSON characters. */
  trace: 32 * 1024,
  /** Memos of one visit. */
  memos: 1000,
} as const
