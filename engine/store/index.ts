export { type MemoryTables, memoryStore } from './memory'
export { openStore } from './open'
export type * from './rows'
export type * from './store'
