/**
 * What Node runs each program with. The engine: V8 begins with room of 1 MB for what is new; what calls need for a moment then
 * outlives it and is copied. With 16 MB a call took 13 % less processor time (7.06 for 8.16 ms, docs/bench.md).
 */
export const nodeOptions = {
  engine: ['--enable-source-maps', '--min-semi-space-size=16'],
  web: ['--enable-source-maps'],
} as const
